/** Portuguese: the formats of Portugal and Brazil, and what a cue or a title gives away. */

import { isCpf, isNif } from '../check-digits.ts';
import { formatMatchers, shifts } from '../format-rules.ts';
import type { Language } from '../language.ts';
import { once } from '../once.ts';
import { spelled } from '../vocabulary.ts';

export const portuguese: Language = {
  code: 'pt',
  matchers: once(() =>
    formatMatchers({
      say: {
        address: 'uma página',
        contact: 'um contacto',
        number: 'um número',
        date: 'há pouco tempo',
        dateLead: 'a|em|no dia|dia|desde|até|de',
        timeLead: 'às|à|pelas|por volta das|desde as|até às|cerca das',
        shift: shifts('de noite', 'de manhã', 'à tarde'),
      },
      neutral: {
        record: 'um processo',
        staffNumber: 'um número de pessoal',
        room: 'um quarto',
        address: 'uma morada',
        car: 'um carro',
        colleague: 'um colega',
        patient: 'um doente',
        older: 'de idade avançada',
      },
      months: 'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro',
      weekdays:
        'segunda(?:-feira)?|terça(?:-feira)?|quarta-feira|quinta(?:-feira)?|sexta(?:-feira)?|sábado|domingo',
      of: 'de',
      nearDays: 'anteontem|ontem|esta noite|esta manhã|hoje de manhã|na semana passada',
      born: 'nascid[oa](?: a| em)?|data de nascimento|d\\.?n\\.?',
      hours: String.raw`(?:às|à|pelas|por volta das|cerca das) (?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)?(?: ?h(?:oras)?)?(?: da (?:manhã|tarde|noite|madrugada))?`,
      years: 'anos',
      aged: 'de|com',
      rooms: 'quarto|cama|leito|box|sala|enfermaria',
      records:
        'processo(?: clínico)?|utente|número de utente|n\\.?[°o] de utente|sns|nus|prontuário|cartão sus|cns|episódio|registo',
      staffNumbers:
        'mecanográfico|número mecanográfico|cédula(?: profissional)?|matrícula|crm|coren|utilizador',
      extensions: 'extensão|ext\\.?|ramal|bip',
      number: 'n\\.?[°o]|no|nº|núm\\.?|número|é|o|a',
      calling: 'ligue?(?:-me)?|ligar|telemóvel|celular|telefone|tel\\.?|tlm\\.?|número|whatsapp|contacto',
      phone: String.raw`(?:9[1236]\d[ .-]?\d{3}[ .-]?\d{3}|2[1-9]\d[ .-]?\d{3}[ .-]?\d{3}|\(?\d{2}\)? ?9\d{4}[ -]?\d{4}|\(\d{2}\) ?\d{4}[ -]?\d{4})`,
      street: String.raw`(?:rua|r\.|avenida|av\.|travessa|praça|largo|alameda|estrada) (?:da |do |das |dos |de )?[\p{L}][\p{L}'-]{1,25}(?: [\p{L}][\p{L}'-]{1,20}){0,3},? ?(?:n\.?[°o] ?)?\d{1,4}(?!\d)`,
      postcode: String.raw`(?:\d{4}-\d{3}(?: [A-ZÁÉÍÓÚ][\p{L}-]{2,25})?(?!\p{N})|\d{5}-\d{3}(?!\p{N}))`,
      plate: String.raw`(?:[A-Z]{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-\d{2}-\d{2}|[A-Z]{3}-?\d[A-Z]\d{2}|[A-Z]{3}-\d{4})`,
      nationalIds: [
        { format: String.raw`\d{3}[ .]?\d{3}[ .]?\d{3}`, accept: isNif },
        { format: String.raw`\d{3}\.?\d{3}\.?\d{3}[ -]?\d{2}`, accept: isCpf },
      ],
      at: 'arroba|at',
      dot: 'ponto',
      only: '(?:sou|era|fui) (?:o único|a única)(?: [\\p{L}-]{2,20}){0,2}',
      staff:
        'dra?\\.?|doutora?|prof\\.?|professora?|enf\\.?|enfermeir[oa]|auxiliar|médic[oa]|parteira|cirurgiã|cirurgião|anestesista|intern[oa]|residente|chefe|farmacêutic[oa]|fisioterapeuta|colega|técnic[oa]',
      patients: 'sra?\\.?|senhora?|dona|d\\.|doente|paciente|utente|vizinh[oa]',
      particles: 'da|das|do|dos|de',
    }),
  ),
  namesChecked: false,
  frequentWords: spelled(
    `o a os as uma é não para com que do da em por foi mas se no na ao um de ninguém está mais sem dois ou já estava`,
  ),
};
