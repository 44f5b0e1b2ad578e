/** Turkish: the formats of Türkiye, and what a cue or a title gives away. */

import { isTcKimlik } from '../check-digits.ts';
import { formatMatchers, shifts } from '../format-rules.ts';
import type { Language } from '../language.ts';
import { once } from '../once.ts';
import { spelled } from '../vocabulary.ts';

export const turkish: Language = {
  code: 'tr',
  matchers: once(() =>
    formatMatchers({
      say: {
        address: 'bir web sayfası',
        contact: 'bir iletişim bilgisi',
        number: 'bir numara',
        date: 'kısa süre önce',
        dateLead: 'tarih|tarihi|günü',
        timeLead: 'saat|gece|sabah|akşam|öğlen',
        shift: shifts('gece', 'gündüz', 'akşam'),
      },
      neutral: {
        record: 'bir dosya',
        staffNumber: 'bir sicil numarası',
        room: 'bir oda',
        address: 'bir adres',
        car: 'bir araç',
        colleague: 'bir çalışan',
        patient: 'bir hasta',
        older: 'ileri yaşta',
      },
      months: 'ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık',
      weekdays: 'pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar',
      nearDays: 'evvelsi gün|önceki gün|dün|bu gece|bu sabah|bu akşam|geçen hafta',
      born: 'doğum tarihi|doğumlu|d\\.t\\.',
      hours: String.raw`saat (?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?:'[\p{L}]{1,4})?`,
      years: 'yaş\\p{L}{0,8}',
      aged: 'hasta',
      ageWord: ' ?yaş(?:ında(?:ki)?|ındaydı)',
      rooms: 'oda|yatak|kabin|salon',
      numberedRoom: "(?:numaralı|no'lu|nolu|no) (?:oda|yatak|kabin)(?:da|daki|ta|taki|nın)?",
      records: 'dosya|protokol|hasta|barkod|takip|kayıt|arşiv',
      staffNumbers: 'sicil|personel|diploma(?: tescil)?|kullanıcı adı|kimlik kartı',
      extensions: 'dahili|çağrı|dect',
      number: 'no\\.?|numara(?:sı)?|nosu',
      calling: 'ara(?:yın|mak)|cep(?: telefonu)?|telefon(?:u)?|tel\\.?|numarası|whatsapp|gsm',
      phone: String.raw`\(?0?(?:5\d{2}|[2-4]\d{2})\)? ?\d{3}[ -]?\d{2}[ -]?\d{2}`,
      street: String.raw`(?:[\p{L}][\p{L}-]{1,20} ){1,3}(?:mahallesi|mah\.|caddesi|cad\.|cd\.|sokağı|sokak|sok\.|sk\.|bulvarı|blv\.),? ?(?:no ?:? ?)?\d{1,4}(?!\d)`,
      postcode: String.raw`(?:0[1-9]|[1-7]\d|8[01])\d{3} [A-ZÇĞİÖŞÜ][\p{L}-]{2,25}`,
      plate: String.raw`(?:0[1-9]|[1-7]\d|8[01]) ?(?:[A-Z] ?\d{4,5}|[A-Z]{2} ?\d{3,4}|[A-Z]{3} ?\d{2,3})`,
      nationalIds: [{ format: String.raw`\d{11}`, accept: isTcKimlik }],
      at: 'et|kuyruklu a|at',
      dot: 'nokta',
      only: 'tek (?:[\\p{L}-]{2,20} ){1,2}(?:benim|bendim|ben)',
      staff:
        'dr\\.?|doktor|prof\\.?|profesör|doç\\.?|uzm\\.?|op\\.?|asistan|hemşire|ebe|hekim|cerrah|anestezist|sorumlu hemşire|başhemşire|teknisyen|eczacı|fizyoterapist',
      patients: 'sayın|sn\\.?|bay|bayan|hasta',
      titlesBehind: 'hanım|hanıma|hanımın|hanımı|bey|beye|beyin|beyi|hoca|hocam|abla|abi',
    }),
  ),
  namesChecked: false,
  frequentWords: spelled(
    `bir ve bu için çok ile da de değil gibi ama var olarak hasta kimse iki hiç daha sonra her yok oldu en ne`,
  ),
};
