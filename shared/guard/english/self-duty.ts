/** Words that say the writer was on duty, and what she did there. */

import { LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { ADVERB, third } from './writer.ts';

export const dutyMatchers = (): readonly Matcher[] => [
  pattern(
    'self_duty',
    source`${LEFT}(?:i was|i'?m|i am|i've been|i had been|i'd been|im|me being) ${ADVERB}(?:on (?:nights?|
        days?|call|shift|duty|the rota|a (?:long )?(?:day|night|break|double)|my (?:break|own|way|third|
        last|first|shift|lunch|night)|earlys?|earlies|lates?|with|that (?:night|day|shift)|an? (?:early|
        late|extra|bank|agency|overtime))|covering|on[ -]?call|in charge|the (?:one|nurse|person|doctor|
        hca|rn|midwife|only|second|first|duty|bleep holder|shift lead|coordinator|registrar|pharmacist|
        porter|junior|senior|witness|runner|scrub|admitting|responsible|allocated|named)|looking after|
        caring for|assigned|allocated|left (?:alone|on my own|by myself|in charge|with|to)|working(?! on)|
        working on (?:the|that|this|my|a)|running|holding the|(?:the )?second checker|the checker|
        scrubbed|leading|supervising|relieving|floated|moved to|sent to|rostered|down to|doing (?:the|my|
        a|nights|overtime|bank|an?)|pulled|redeployed|taking over|taking handover|handing over|
        giving handover|coordinating|co-ordinating|bleep holding|carrying the|one to one|1:1|1 to 1|
        specialing|escorting|transferring|assisting|helping (?:with|the)|responsible for|there when|
        there at|present|with (?:her|him|the patient)|made to (?:take|look|cover|work|do)|
        asked to (?:cover|look|take|help|do|work|go|come|stay|sign|lie|change|check|give|move|act)|
        forced to|due to (?:finish|start|be))${RIGHT}`,
    third,
  ),
  pattern(
    'self_duty',
    source`${LEFT}(?:i) ${ADVERB}(?:(?:have |had )?(?:gave|given|administered|hung|drew up|prescribed|
        signed (?:it|for|off|the|as)|found (?:him|her|it|them|the (?:patient|pt|body|baby|lady|man))|
        dispensed|programmed|set (?:up )?the|connected|witnessed|intubated|cannulated|catheterised|
        catheterized|discharged|admitted|transferred|escorted|handed over|inserted|removed the|
        second checked|countersigned|set the rate|charted)|(?:just |only )?(?:came on|come on|came back|
        come back)|was the one (?:who|that)|took (?:over|handover|the handover|report|the call)|
        did (?:the|my) (?:\p{L}{2,12} )?(?:round|check|shift|obs|handover|handoff|night|admission|
        discharge|transfer|count|rounds|dressing|bloods)|
        had (?:just )?(?:${'\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty'}) (?:patients|
        bays|wards|babies|women|residents)|(?:had|have) the (?:bleep|keys|end bay|bay|other|phone|
        patient)|came on (?:shift|duty)|came back from (?:my )?break|finished my (?:shift|break)|
        started my (?:shift|break)|made (?:the|a|this|that) (?:mistake|error)|nearly gave|almost gave|
        was second check(?:er|ing)?|did it wrong|held the bleep|am the (?:nurse|one)|got (?:moved|floated|
        sent|pulled)|covered (?:the|for|two|both|three|a|\d|his|her|their)|was due)${RIGHT}`,
    third,
  ),
  pattern(
    'self_duty',
    source`${LEFT}(?:on|during|at the (?:end|start) of|towards the end of|halfway through|through|before|
        after|throughout) my (?:own )?(?:night |day |late |early |last |next |bank |long |agency |
        weekend |third |first )?(?:shifts?|break|night|nights|nightshift|watch|weekend|round|rounds|
        long day|day off|way (?:in|home)|drug round|lunch|on[ -]call)${RIGHT}`,
    { neutral: 'during a shift' },
  ),
  pattern(
    'self_duty',
    source`${LEFT}(?:it was my (?:turn|shift|night|patient|mistake|error|fault|bay|break)|my (?:mistake|
        error|fault|bleep|bay|side|allocation|caseload|list|clinic|rota|off duty|annual leave|overtime|
        name (?:is|was|on|down|against)|signature|initials|login|password|smartcard|locker))${RIGHT}`,
    { neutral: 'a colleague' },
  ),
];
