/*
 * An invented patient. The clinical parts hold together (doses fit weight and kidneys, early-warning scores add up),
 * because the people who look at the demo read charts for a living.
 */

export interface Medication {
  readonly name: string;
  readonly order: string;
  readonly note?: string;
  readonly alert?: string;
  /** When a dose is planned, in hours from the full hour before now: a few of -8, -4, 0, 4, 8. */
  readonly doses: readonly number[];
}

export const PATIENT = {
  name: 'ALDER-DEMO, Margaret',
  initials: 'MA',
  born: new Date(1947, 2, 14),
  sex: 'F',
  number: '000 417 882',
  place: 'Ward 7 · Bay 2 · Bed 14',
  consultant: 'Dr P. Achterberg',
  weight: '64.2 kg',
  reason: 'Community-acquired pneumonia, heart failure',
  status: 'For full treatment',
};

export const MEDICATIONS: readonly Medication[] = [
  {
    name: 'Insulin glargine',
    order: '14 units · SC · daily',
    alert: 'Two-person check',
    doses: [0],
  },
  {
    name: 'Salbutamol nebuliser',
    order: '2.5 mg · inhaled · every 4 h',
    note: 'drive with air',
    doses: [-8, -4, 0, 4, 8],
  },
  { name: 'Furosemide', order: '40 mg · IV · every 12 h', note: 'weigh daily', doses: [-8, 4] },
  { name: 'Doxycycline', order: '100 mg · PO · every 12 h', note: 'day 3 of 5', doses: [-4, 8] },
  {
    name: 'Potassium chloride',
    order: '24 mmol · PO · every 8 h',
    note: 'recheck K⁺ at 06:00',
    doses: [-8, 0, 8],
  },
  { name: 'Apixaban', order: '5 mg · PO · every 12 h', alert: 'Anticoagulant', doses: [-4, 8] },
  { name: 'Bisoprolol', order: '2.5 mg · PO · daily', note: 'hold if pulse below 55', doses: [4] },
];

export const AS_NEEDED: readonly { name: string; order: string; last: string }[] = [
  { name: 'Paracetamol', order: '1 g · PO/IV · up to every 6 h, max 4 g/24 h', last: '1 g, 5 h ago' },
];

export interface Observation {
  readonly hoursAgo: number;
  readonly breaths: number;
  readonly saturation: number;
  readonly pressure: string;
  readonly pulse: number;
  readonly temperature: number;
  /** NEWS2; 2 litres of oxygen and "alert" throughout. */
  readonly score: number;
}

export const OBSERVATIONS: readonly Observation[] = [
  { hoursAgo: 12, breaths: 24, saturation: 92, pressure: '106/58', pulse: 108, temperature: 38.6, score: 9 },
  { hoursAgo: 8, breaths: 23, saturation: 93, pressure: '110/62', pulse: 104, temperature: 38.4, score: 9 },
  { hoursAgo: 4, breaths: 22, saturation: 94, pressure: '114/64', pulse: 98, temperature: 38.1, score: 7 },
  { hoursAgo: 0, breaths: 20, saturation: 95, pressure: '118/66', pulse: 92, temperature: 37.8, score: 4 },
];

export const RESULTS: readonly { name: string; value: string; flag: '' | 'H' | 'L'; range: string }[] = [
  { name: 'Potassium', value: '3.2 mmol/L', flag: 'L', range: '3.5–5.3' },
  { name: 'Creatinine', value: '104 µmol/L', flag: 'H', range: '45–84' },
  { name: 'C-reactive protein', value: '86 mg/L', flag: 'H', range: '< 5' },
  { name: 'Haemoglobin', value: '118 g/L', flag: '', range: '115–165' },
  { name: 'Glucose (bedside)', value: '9.4 mmol/L', flag: 'H', range: '4.0–7.8' },
];

export const WARD_LIST: readonly { bed: string; name: string; news: number; task: string }[] = [
  { bed: '11', name: 'FERN-DEMO, Ida', news: 1, task: 'observations' },
  { bed: '12', name: 'BIRCH-DEMO, Otto', news: 3, task: 'IV line' },
  { bed: '13', name: 'HAZEL-DEMO, Joan', news: 0, task: 'home today' },
  { bed: '14', name: 'ALDER-DEMO, Marg.', news: 4, task: '3 due' },
  { bed: '15', name: 'ROWAN-DEMO, Sam', news: 2, task: 'bloods' },
  { bed: '16', name: 'ASH-DEMO, Wilma', news: 5, task: 'review' },
  { bed: '17', name: 'LINDEN-DEMO, Carl', news: 0, task: '' },
  { bed: '18', name: 'empty', news: -1, task: 'clean' },
];
