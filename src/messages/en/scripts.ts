import { civilOf, type ScriptTemplates, type ScriptWords } from '../../core';

const IDENTIFY = 'Hello, is this {name}? I will be brief: is this a good moment for two minutes?';
const INTRODUCE = 'This is {me}, relationship manager at {branch}[, just by {landmark}]. [{tie}.]';
const WECHAT_REQUEST = 'Hello {address}, {me} from {branch}: we have just spoken on the phone';
const COMMON_GUIDANCE = `Begin with restraint: ask whether it is a good moment, offer to call back, push no product.
Promise nothing new: no rates, no gifts, no limits. The predecessor’s arrangements stand, and the predecessor is not judged.
Name no amount and no balance on the phone. There is one aim: a meeting in the branch.`;

function firstMessage(closing: string): string {
  return `{address}, hello! This is {me} from {branch}; we have just spoken. I carry on what {predecessor} did for you. ${closing} Write to me whenever there is something: I answer as soon as I see it. All the best!`;
}

const templates: ScriptTemplates = {
  veryLarge: {
    steps: [
      'Hello, is this {name}? {acquaintance} kindly gave me an introduction. May I speak freely now, or shall I call at another time?',
      'My name is {me}, relationship manager at {branch}[, just by {landmark}]. {acquaintance} has mentioned me to you; first of all I wanted to say good day. [{tie}.]',
      '{predecessor} {move}, and what you have with us is now in my hands. Everything the two of you agreed stands, and not one more person knows of it.',
      'I would like to hear from you in person how you want things done: what must be quick, what must be quiet, how you prefer to be reached. We need not go into anything on the phone.',
      'If you like, there is one small thing we can do when we meet. {activity}. I will keep a quiet room for us, with the door closed and nobody else at the table.',
      'Time and place are for you to choose. If you can come to the branch, the room and the tea will be ready: tell me half a day before.',
      'Please keep my number: you reach me directly, without going through anybody. Is this number your WeChat? I will add you and otherwise leave you in peace.',
    ],
    weChatRequest:
      'Hello {address}, {me} from {branch}, introduced by {acquaintance}: we have just spoken',
    firstMessage:
      '{address}, hello! This is {me} from {branch}, introduced by {acquaintance}; we have just spoken. I look after your matters myself and nobody else does. Name a time that suits you and the tea will be ready. Otherwise I will not disturb you.',
    guidance: `Do not call cold. Let a common acquaintance ({predecessor}, the head of the branch, a friend who sent business) put in a word, and call at the time agreed.
Tell the team lead first and settle who makes the approach. Nobody listens in, no loudspeaker, no word about this customer in group chats.
${COMMON_GUIDANCE}
Meet in a room of your own. Know the open matters and the maturity dates; bring ears, not products.`,
  },
  crossOwned: {
    steps: [
      IDENTIFY,
      INTRODUCE,
      '{predecessor} {move}, and I now look after what you had there. What other colleagues do for you stays with them: nothing has to be started again.',
      'You may have met more than one of us. I am calling so that this costs you less trouble: when you do not know whom to ask, ask me, and I will find out and come back to you.',
      'With several certificates it is easy to lose track of which is where. {activity}. You end up with one sheet and a clear head.',
      'Which day this week brings you past the branch? Bring your certificates and cards and we go through them together, ten minutes or so. Mornings are quiet: shall I keep one for you?',
      'I look forward to it. Save this number under my name and the branch, so that you find it again. Is it also your WeChat? Then I will add you.',
    ],
    weChatRequest: WECHAT_REQUEST,
    firstMessage: firstMessage(
      'When you do not know whom to ask, ask me: I will find out for you.',
    ),
    guidance: `Other managers look after this customer too: see the sheet of shared customers. Speak with them before the call and settle who does what, by the stance given there.
Do not ask the customer about that colleague, do not judge, do not say “from now on everything is mine”. If asked: “We work together on this.”
${COMMON_GUIDANCE}`,
  },
  maturing: {
    steps: [
      IDENTIFY,
      INTRODUCE,
      '{predecessor} {move}, so the reminders now come from me. That is why I am calling: a deposit of yours matures on {maturity}, and I did not want the change of person to cost you the reminder.',
      'A missed maturity upsets plans, so I wanted to tell you myself. Renew it, use it, something else: that is for you to say, and there is no hurry.',
      'There is also a small thing that goes well with it. {activity}. One look tells you when the next one is due.',
      'When around {maturity} could you come by? Bring your identity card and the certificate, and I will be waiting at the counter. Morning or afternoon: which shall I note?',
      'Please save my number: I will check the date with you once more when it is near. Is this also your WeChat? Then I can send the reminder there as well, to be read whenever it suits you.',
    ],
    weChatRequest: 'Hello {address}, {me} from {branch}: about the maturity reminder we spoke of',
    firstMessage: firstMessage(
      'The deposit we spoke of matures on {maturity}; I will remind you when it is near. Your identity card and the certificate are all you need to bring.',
    ),
    guidance: `Name the date, never the amount, and only once it is certain who is speaking.
Ask for the plan first: if the money is needed, help to prepare it (does a withdrawal need notice?) and do not talk it away; renewal is discussed in the branch, beside the posted rates.
The predecessor gave such reminders: keep the habit, and tick the call in the sheet of maturities.
${COMMON_GUIDANCE}`,
  },
  outflow: {
    steps: [
      IDENTIFY,
      INTRODUCE,
      '{predecessor} {move}, and when the book came to me I put your number near the top. Cards, certificates, the way you like things done: all as before. Only the voice on the phone is new.',
      'I am calling you in particular. I have just begun and would rather hear the truth: was there ever something that cost you an extra trip or a long wait? Tell me plainly, and I will mend what I can.',
      'I am not only after opinions. {activity}. If you have plans for some of it, we can put them in order too, so that nothing is rushed.',
      'Do you pass the branch in the next few days? Come in and rest for a moment, the tea is on me, and we will have met. Would tomorrow suit you, or the day after?',
      'Then I will not keep you. Please save this number: whatever it is about, call me rather than stand in line. Is it also your WeChat? I will add you.',
    ],
    weChatRequest: WECHAT_REQUEST,
    firstMessage: firstMessage(
      'I have noted what you told me and will come back as soon as I know more.',
    ),
    guidance: `Never say “there is less money”, never ask where it went. Ask about service and plans, and let the customer speak; note a flat, a school, a business in the remarks and take it up when you meet.
Listen more than you talk. Let a complaint be finished, defend nobody, and answer the same day what can be answered.
${COMMON_GUIDANCE}`,
  },
  inflow: {
    steps: [
      IDENTIFY,
      INTRODUCE,
      '{predecessor} {move} and has handed you over to me. What you did before, you do the same way now; whatever the two of you agreed, tell me and I will carry it on.',
      'Thank you for your trust. {predecessor} earned it little by little, and it must not break off with me: that is why I report to you at the very start.',
      'Next time you come, give me ten minutes for something useful. {activity}. It is a good feeling to have it all in order.',
      'Do you usually come in the morning or the afternoon? I will be there at your hour. No business at first: a cup of tea, so that we know each other’s faces.',
      'Please note my number and ring me before you come for anything: I will tell you what to bring and save you a second trip. Can I find your WeChat under this number?',
    ],
    weChatRequest: WECHAT_REQUEST,
    firstMessage: firstMessage(
      'Drop me a line before you come to the branch and I will tell you what to bring.',
    ),
    guidance: `Thank for the trust; do not admire figures, and do not use the warm moment for a product.
Money of a new customer, or from the end of a month or quarter, may not stay: when you meet, listen for what it is for and when, and note it.
${COMMON_GUIDANCE}`,
  },
  general: {
    steps: [
      IDENTIFY,
      INTRODUCE,
      '{predecessor} {move}, and from now on I carry on in that place. Everything stays as it is: no forms, no trip to the branch.',
      'I want to greet every customer in person, so that you know: there is somebody here for you, and you know how to find me.',
      'One small thing that may be of use. {activity}. It takes no longer than the cup of tea.',
      'When you are out and pass the branch, come in for five minutes and have a cup of tea with me, so that we have met. Which day do you usually pass?',
      'Keep my number, and ring me whenever something is unclear. Is it also your WeChat? I will add you and let you know when the branch changes its hours.',
    ],
    weChatRequest: WECHAT_REQUEST,
    firstMessage: firstMessage(
      'I will tell you first when something changes at the branch, and send no advertising.',
    ),
    guidance: `This call is for getting acquainted: three minutes, a light ending, a good impression.
${COMMON_GUIDANCE}`,
  },
};

export const scripts: ScriptWords = {
  templates,
  placeholders: {
    name: 'name',
    address: 'address',
    you: 'you',
    me: 'me',
    predecessor: 'predecessor',
    move: 'move',
    tie: 'tie',
    branch: 'branch',
    landmark: 'landmark',
    activity: 'activity',
    maturity: 'maturity',
    acquaintance: 'acquaintance',
  },
  missing: {
    name: '[customer’s name]',
    address: '[customer]',
    you: 'you',
    me: '[your name]',
    predecessor: '[predecessor]',
    move: '[predecessor’s move]',
    tie: '[relation to the predecessor]',
    branch: '[branch]',
    landmark: '[what is near the branch]',
    activity: '[current activity]',
    maturity: '[maturity date]',
    acquaintance: '[common acquaintance]',
  },
  you: { familiar: 'you', polite: 'you' },
  moves: {
    post: 'has moved to another post',
    promotion: 'has been promoted',
  },
  ties: {
    colleague: '{predecessor} and I are colleagues',
    apprentice: 'It was {predecessor} who taught me the work',
  },
  activity:
    'We make maturity calendars with our customers: over a cup of tea you lay your certificates on the table, we write on a small card when each one is due and what you have in mind for it, and you take the card home for the door of the fridge, where the family can read it as well',
  companyActivity:
    'We make maturity calendars with our customers: over a cup of tea we go through the deposits of your company one by one, write on a sheet when each is due and what you have in mind for it, and you keep the sheet on your desk, in plain sight',
  personName: (name, gender) => (gender === undefined ? name : `${TITLES[gender]} ${name}`),
  personAddress: (surname, gender) => `${TITLES[gender]} ${surname}`,
  companyContact: (company) => `the person in charge of funds at ${company}`,
  spokenDay: (day) => {
    const { month, day: dayOfMonth } = civilOf(day);
    return `${String(dayOfMonth)} ${MONTHS[month - 1] ?? ''}`;
  },
  foreignGuidance:
    'Another manager looks after this customer. Do not call before you have settled it with that manager; the script below is for after the handover.',
};

const TITLES = { female: 'Ms', male: 'Mr' } as const;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
