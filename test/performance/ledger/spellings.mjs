/**
 * How bank exports spell the same value: ids as text with blanks, amounts as text, six kinds of
 * dates. A cell is `null`, a number, a string, or `{ serial }` for a date.
 */
const UNIX_EPOCH_SERIAL = 25569;
const MS_PER_DAY = 86_400_000;

/** Digits, point and comma in their full-width forms. */
export function toFullWidth(text) {
  let out = '';
  for (const char of text) {
    const code = char.charCodeAt(0);
    out +=
      code >= 0x30 && code <= 0x39
        ? String.fromCharCode(code + 0xfee0)
        : (FULL_WIDTH[char] ?? char);
  }
  return out;
}

const FULL_WIDTH = { '.': '．', ',': '，' };

/** An id of ten characters, now and then as a number that has lost its leading zeros. */
export function spellCustomerId(id, random) {
  const draw = random.next();
  if (draw < 0.25) return Number(id);
  if (draw < 0.65) return id;
  if (draw < 0.78) return ` ${id}`;
  if (draw < 0.86) return `\t${id}`;
  if (draw < 0.92) return `${id}\u3000`;
  if (draw < 0.95) return `\ufeff${id}`;
  return toFullWidth(id);
}

/** An account number of nineteen digits: always text, often with blanks. */
export function spellAccount(account, random) {
  const draw = random.next();
  if (draw < 0.5) return account;
  if (draw < 0.75) return ` ${account}`;
  if (draw < 0.83) return `\t${account}`;
  if (draw < 0.89) return `${account.slice(0, 4)} ${account.slice(4, 8)} ${account.slice(8)}`;
  if (draw < 0.95) return `${account}\u3000`;
  return toFullWidth(account);
}

/** An amount in fen: 60 % as a number in yuan, 40 % as one of eight kinds of text. */
export function spellAmount(fen, random) {
  if (fen === 0) return random.pick([0, '-', '—']);
  const draw = random.next();
  if (draw < 0.6) return fen / 100;
  const plain = yuan(fen);
  if (draw < 0.7) return withThousands(plain);
  if (draw < 0.76) return `¥${withThousands(plain)}`;
  if (draw < 0.82) return `${withThousands(plain)}元`;
  if (draw < 0.86) return `${plain} RMB`;
  if (draw < 0.91) return ` ${plain}\u00a0`;
  if (draw < 0.94) return `\t${plain}`;
  if (draw < 0.97) return toFullWidth(plain);
  return `\u3000${withThousands(plain).replaceAll(',', '，')}`;
}

/** A calendar day (Excel serial) as a true date or as one of six kinds of text. */
export function spellDay(serial, random) {
  const draw = random.next();
  if (draw < 0.3) return { serial };
  const iso = isoDay(serial);
  if (draw < 0.42) return iso;
  if (draw < 0.54) return iso.replaceAll('-', '');
  if (draw < 0.66) return iso.replaceAll('-', '/');
  if (draw < 0.78) return iso.replaceAll('-', '.');
  if (draw < 0.9) return `${iso.slice(0, 4)}年${iso.slice(5, 7)}月${iso.slice(8)}日`;
  return `${iso} 00:00:00`;
}

/** A maturity that a demand deposit does not have. */
export function spellNoDay(random) {
  return random.pick([null, null, '0', '00000000', '99991231']);
}

/** A name as it stands in a ledger: sometimes masked, sometimes with blanks. */
export function spellName(name, random) {
  const draw = random.next();
  if (draw < 0.75) return name;
  if (draw < 0.85) return name[0] + '*'.repeat(name.length - 1);
  if (draw < 0.9) return name[0] + '某'.repeat(name.length - 1);
  if (draw < 0.94) return `${name}\u00a0`;
  if (draw < 0.97) return ` ${name}`;
  return `${name[0]}\u3000${name.slice(1)}`;
}

/** Yuan with two decimals from whole fen. */
export function yuan(fen) {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function isoDay(serial) {
  return new Date((serial - UNIX_EPOCH_SERIAL) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Excel serial of a calendar day. */
export function serialOf(year, month, day) {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY + UNIX_EPOCH_SERIAL;
}

function withThousands(plain) {
  return plain.replace(/\B(?=(\d{3})+\.)/g, ',');
}
