/* An invented hospital's news. Places, numbers and desks are those of the demo organisation. */

export const LINKS = ['Home', 'News', 'Rota', 'Policies', 'Learning', 'People', 'IT help', 'Wellbeing'];

export const LEAD = {
  title: 'Ward 7 tried a quiet hour at medication rounds. Interruptions fell by half.',
  text: 'For six weeks nobody spoke to the nurse in the green tabard. Pharmacy counted. From Monday, Wards 8 and 9 join in.',
  by: 'Quality improvement',
};

export const NEWS: readonly { title: string; text: string; tag: string; daysAgo: number }[] = [
  {
    title: 'Lift C is out until Thursday',
    text: 'Beds go through theatre corridor, with a porter.',
    tag: 'Estates',
    daysAgo: 0,
  },
  {
    title: 'Flu vaccination: the trolley comes to you',
    text: 'Nights too, from 01:00. Bring your badge.',
    tag: 'Occupational health',
    daysAgo: 1,
  },
  {
    title: 'New infusion pumps in the emergency department',
    text: 'Twenty-minute drop-in sessions all week, resus room.',
    tag: 'Equipment',
    daysAgo: 2,
  },
];

export const TOOLS: readonly { name: string; hint: string; drawing: string }[] = [
  {
    name: 'My rota',
    hint: 'Next: night, Ward 7',
    drawing: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M8 14h3M8 17h6',
  },
  { name: 'Swap a shift', hint: '3 open on your ward', drawing: 'M4 8h13l-3-3M20 16H7l3 3' },
  { name: 'Payslip', hint: 'A new one is ready', drawing: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6' },
  {
    name: 'Learning',
    hint: 'Moving and handling due',
    drawing: 'M2 9l10-5 10 5-10 5zM6 12v5c3 3 9 3 12 0v-5',
  },
  {
    name: 'Incidents',
    hint: 'The full report form',
    drawing: 'M6 3h9l4 4v14H6zM9 12h7M9 16h7M9 8h3',
  },
  { name: 'IT help', hint: 'Extension 4000', drawing: 'M4 5h16v11H4zM9 20h6M12 16v4' },
];

export const CANTEEN: readonly { name: string; mark: string; price: string }[] = [
  { name: 'Lentil and spinach dal, rice', mark: 'vegan', price: '3.40' },
  { name: 'Chicken and leek pie', mark: '', price: '4.10' },
  { name: 'Jacket potato, two fillings', mark: 'vegetarian', price: '2.90' },
  { name: 'Soup: roasted tomato', mark: 'vegan', price: '1.80' },
];

export const PHONES: readonly { name: string; number: string; hours: string }[] = [
  { name: 'Emergency, any kind', number: '2222', hours: 'always' },
  { name: 'Site manager', number: '4100', hours: 'always' },
  { name: 'Ward 7 (medicine)', number: '4307', hours: 'always' },
  { name: 'Pharmacy, on call', number: '4260', hours: '18–08' },
  { name: 'Patient Safety', number: '4411', hours: 'weekdays 8–18' },
  { name: 'Peer support', number: '4500', hours: 'any time' },
  { name: 'Occupational health', number: '4520', hours: 'weekdays 8–18' },
];

export const DIARY: readonly { inDays: number; what: string; where: string }[] = [
  { inDays: 1, what: 'Schwartz round: the shift I remember', where: 'Lecture room, 12:30' },
  { inDays: 3, what: 'Choir, all voices', where: 'Chapel, 17:15' },
  { inDays: 6, what: 'Open session with the chief nurse', where: 'Canteen, 07:30 and 20:00' },
];
