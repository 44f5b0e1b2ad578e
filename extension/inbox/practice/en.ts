import { COVER } from '../mask.ts';
import type { PracticeWords } from './concerns.ts';

export const ENGLISH: PracticeWords = {
  anger: {
    title: 'Anger at a colleague',
    boxes: [
      {
        box: 'what',
        text: `Third time this month. ${COVER} shouted at the new nurse in front of the patient because the trolley was not ready. Everybody looks at the floor. He does it because he can, and you will do nothing again, as always.`,
      },
    ],
    matters: [
      'Take up the anger without joining it: what happens to the work when somebody is shouted at?',
      'Say nothing about the person who is named, neither for nor against. Even “we have spoken to him” tells the ward that somebody wrote.',
      'Promise what you will look into, not how it will end.',
    ],
    model: {
      type: 'answer',
      text: 'Thank you for writing, and for writing again after feeling that nothing came of it. Nobody should be shouted at, least of all beside a patient: it makes people afraid to ask, and that is a risk to care. We have not shown your words to anybody on the ward. Next we will look at how procedures are prepared and at how people speak to each other in that hour, as a theme for the whole department. You will read here by the end of the month what was agreed.',
    },
  },
  vague: {
    title: 'A worry without a shape',
    boxes: [
      {
        box: 'what',
        text: 'It is hard to say. Nights do not feel safe any more since the move. It is only a feeling.',
      },
    ],
    matters: [
      'A feeling of somebody who is there every night is information. Take it as such.',
      'One small, concrete question helps more than “please give details”.',
      'Ask about the work and the place, never about shifts or people: three details can be a name.',
    ],
    model: {
      type: 'question',
      text: 'Thank you for writing before anything has happened. A feeling like this is often the first sign, and we take it seriously. If you like, tell us one moment in the night when it is strongest: is it about seeing the patients, finding equipment, getting help, or something else? One line is enough, and you need not answer at all, only if you want to. We look at nights since the move in any case.',
    },
  },
  'good-catch': {
    title: 'A good catch',
    boxes: [
      {
        box: 'what',
        text: 'Two bags of potassium in the fridge drawer where saline flush belongs. Same size, same blue print.',
      },
      { box: 'stopped', text: 'Read the label twice because the cap felt different. Luck, really.' },
      { box: 'fix', text: 'A red lid for that drawer?' },
    ],
    matters: [
      'Thank them for the catch itself, and say what it prevented.',
      'It was not luck alone: somebody read a label twice. Say so.',
      'They offered a fix. Say what becomes of it, even when it is another one.',
    ],
    model: {
      type: 'answer',
      text: 'Thank you. Reading that label a second time may well have saved a life. Both bags are out, and pharmacy has checked the drawers on every ward today: two more had the same mix. We have ordered lids in another colour, as you suggested, and potassium will be moved to a locked place of its own by Friday. May we tell this as a good catch, in our words? Nothing in it will point to you.',
    },
  },
  'worse-since': {
    title: 'Worse off after speaking up',
    boxes: [
      {
        box: 'what',
        text: `Said at handover in spring that the counts do not add up. Since then every second weekend, no more training days, and ${COVER} calls me “our inspector”. Writing this was probably a mistake too.`,
      },
    ],
    matters: [
      'Say first that this is not acceptable here, without deciding what happened.',
      'Whatever you look into must not point back: look at everybody’s rota, not at one.',
      'Offer the independent desk and support, and leave the choice with them.',
    ],
    model: {
      type: 'answer',
      text: 'Thank you for trusting us with this. It was not a mistake. Nobody may be worse off here for having said that something does not add up, and what you describe has to be looked at. Nobody on the ward has seen your words, and nobody will. We will go through the rotas and training days of the whole department since spring, so that nothing points to one person, and have the counts checked as a routine. You will read here in two weeks what we found. The independent desk and the support numbers in the panel are there for you as well, without having to say who writes.',
    },
  },
  staffing: {
    title: 'Too few hands',
    boxes: [
      {
        box: 'what',
        text: 'Two for thirty-one again. No break, medicines an hour late, a bell that rang for twenty minutes. It has been said a hundred times. Please do not write that you “understand”.',
      },
      { box: 'help', text: 'Somebody who decides should come and count with us for one night.' },
    ],
    matters: [
      'Do not promise people you do not have. Say what can change this week, and what cannot.',
      'Late medicines and bells are risks for patients. Treat them as such.',
      'They named one thing that would help. Answer that one.',
    ],
    model: {
      type: 'answer',
      text: 'Thank you for the numbers: late medicines and a bell that rings for twenty minutes are risks, and that is how they have been recorded. We cannot fill the open posts this month. What we will do: two beds stay closed on nights with fewer than three, starting this week, and the site lead will come along for one night and count, as you ask, by the end of next week. What came of it will be written here.',
    },
  },
  danger: {
    title: 'Somebody is in danger',
    boxes: [
      {
        box: 'what',
        text: 'The patient in the side room says he will end it tonight. Nobody is with him, we are two. The doctor on call said it can wait until the morning.',
      },
    ],
    matters: [
      'Act first, answer second: call the ward’s emergency line before you write a word, without saying how you know.',
      'Say plainly that nobody reads this live, so that the next one does not wait for you.',
      'This may belong on the safeguarding or incident route. The inbox has “Move to the statutory route” for it.',
    ],
    model: {
      type: 'answer',
      text: 'Thank you for speaking up for him. This reached us hours after it was written, since nobody reads it live, and we acted at once: somebody is sitting with the patient, and the psychiatric team has seen him. Your words were shown to nobody. If anybody is in danger while you read this, please do not wait for us: use the emergency number on the first screen. We will look at what happens at night when somebody must not be left alone, and you will read the result here by the end of next week. Nights like that stay with people; the support numbers are there for you, too.',
    },
  },
};
