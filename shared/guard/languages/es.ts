/** Spanish: the formats of Spain, and what a cue or a title gives away. */

import { isSpanishId } from '../check-digits.ts';
import { formatMatchers, shifts } from '../format-rules.ts';
import type { Language } from '../language.ts';
import { once } from '../once.ts';
import { spelled } from '../vocabulary.ts';

export const spanish: Language = {
  code: 'es',
  matchers: once(() =>
    formatMatchers({
      say: {
        address: 'una página web',
        contact: 'un contacto',
        number: 'un número',
        date: 'hace poco',
        dateLead: 'el|del|desde el|hasta el|al',
        timeLead: 'a las|a la|sobre las|hacia las|desde las|hasta las',
        shift: shifts('de noche', 'por la mañana', 'por la tarde'),
      },
      neutral: {
        record: 'una historia',
        staffNumber: 'un número de personal',
        room: 'una habitación',
        address: 'una dirección',
        car: 'un coche',
        colleague: 'alguien del equipo',
        patient: 'un paciente',
        older: 'mayor',
      },
      months:
        'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre',
      weekdays: 'lunes|martes|miércoles|jueves|viernes|sábado|domingo',
      of: 'de|del',
      nearDays: 'anteayer|ayer|anoche|esta noche|esta mañana|esta tarde|la semana pasada',
      born: 'nacid[oa](?: el| en)?|fecha de nacimiento|f\\. ?nac\\.?',
      hours: String.raw`(?:a|sobre|hacia|desde) las? (?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?: ?h(?:oras)?)?(?: de la (?:mañana|tarde|noche|madrugada))?`,
      years: 'años',
      aged: 'de|con',
      rooms: 'habitación|hab\\.?|cama|box|sala',
      records:
        'historia(?: clínica)?|nhc|hc|n[°o] de historia|cip|expediente|número de paciente|tarjeta sanitaria',
      staffNumbers: 'colegiad[oa]|matrícula|número de empleado|usuario',
      extensions: 'extensión|ext\\.?|busca|interno',
      number: 'n[°o]|no|n\\.o|núm\\.?|número|es|el',
      calling: 'llama(?:r|d|me|dme|rme)?|móvil|teléfono|tel\\.?|tfno\\.?|número|whatsapp',
      phone: String.raw`[6789]\d{2}(?:[ .-]?\d{3}[ .-]?\d{3}|[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2})`,
      street: String.raw`(?:calle|c/|avda\.?|avenida|plaza|pza\.?|paseo|camino|carrer) (?:de la |de los |de las |del |de )?[\p{L}][\p{L}'-]{1,25}(?: [\p{L}][\p{L}'-]{1,20}){0,2},? ?(?:n[°o]\.? ?)?\d{1,4}${'(?!\\d)'}`,
      postcode: String.raw`(?:0[1-9]|[1-4]\d|5[0-2])\d{3} [A-ZÁÉÍÓÚ][\p{L}'-]{2,25}`,
      plate: String.raw`\d{4}[ -]?[BCDFGHJKLMNPRSTVWXYZ]{3}`,
      nationalIds: [
        { format: String.raw`[\dxyz][ .-]?\d{1,3}\.?\d{3}\.?\d{3}[ -]?[a-z]`, accept: isSpanishId },
      ],
      at: 'arroba|at',
      dot: 'punto',
      only: '(?:soy|era|fui) (?:el único|la única)(?: [\\p{L}-]{2,20}){0,2}',
      staff:
        'dra?\\.?|doctora?|profesora?|enfermera|enfermero|auxiliar|celador|celadora|matrona|cirujano|cirujana|anestesista|residente|supervisora?|farmacéutic[oa]|fisio|compañer[oa]|jef[ea]',
      patients: 'sra?\\.?|señora?|don|doña|d\\.|paciente|vecin[oa]',
      particles: 'de la|de los|de|del',
    }),
  ),
  namesChecked: false,
  frequentWords: spelled(
    `el la los las una es y en para no con que del se por fue muy pero le lo su al como un de nadie hay está más sin
        dos ya estaba`,
  ),
};
