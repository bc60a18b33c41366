// The till by keyboard and scanner alone: a scanner types what it reads and presses Enter.
const form = document.querySelector('form.till');

// A number this long is no price: somebody has scanned a card while the cursor was in the basket.
const looksScanned = text => /^[A-Za-z0-9_-]{8,}$/.test(text);

// Four groups of four, as vouchers are printed.
const looksVoucher = text => /^[0-9A-Z]{4}([- ]?[0-9A-Z]{4}){3}$/i.test(text.trim());

// Digits and points as a Chinese input method writes them.
const plain = text => text.normalize('NFKC').replace('。', '.').trim();

/** Whether the field holds an amount, or nothing; shows it where not. */
function checkAmount(field) {
  field.value = plain(field.value);
  const fits = field.value === '' || /^\d+([.]\d{1,2})?$/.test(field.value);
  field.classList.toggle('is-invalid', !fits);
  return fits;
}

function press(element) {
  if (element.matches('input')) {
    element.focus();
    element.select();
  } else {
    element.click();
  }
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const target = /^F\d+$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`);
  if (!target) return;
  event.preventDefault();
  press(target);
});

document.addEventListener('change', event => {
  if (event.target.matches('[data-till-amount], [data-refund-left]')) checkAmount(event.target);
});

// A field at fault that is folded away cannot say so.
document.addEventListener('invalid', event => event.target.closest('details')?.setAttribute('open', ''), true);

document.addEventListener('click', event => {
  if (event.target.closest('[data-till-print]')) window.print();
  const fill = event.target.closest('[data-fill]');
  if (fill) {
    const input = fill.parentElement.querySelector('input');
    input.value = fill.dataset.fill;
    input.focus();
  }
});

const refund = document.querySelector('form.refund');
if (refund) {
  const fields = [...refund.querySelectorAll('input:not([type=hidden]):not(:disabled)')];
  const lines = fields.filter(field => field.matches('[data-refund-line]'));
  const total = refund.querySelector('[name=amount]');
  const submit = refund.querySelector('[data-refund-submit]');

  refund.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !fields.includes(event.target)) return;
    event.preventDefault();
    if (event.target.matches('[data-refund-left]') && !checkAmount(event.target)) event.target.select();
    else (fields[fields.indexOf(event.target) + 1] ?? submit).focus();
  });
  refund.addEventListener('click', event => {
    if (!event.target.closest('[data-refund-all]')) return;
    if (lines.length > 0) total.value = '';
    (lines.length > 0 ? lines : [total]).forEach(field => { field.value = field.dataset.refundLeft; });
    submit.focus();
  });
}

if (form) {
  const lines = form.querySelector('[data-till-lines]');
  const member = form.querySelector('[data-till-member]');
  const record = form.querySelector('[data-till-record]');
  const tenders = form.querySelector('[data-till-tenders]');
  const voucher = form.querySelector('[data-till-voucher]');
  const tenderRows = () => [...tenders.querySelectorAll('[data-till-tender-list] [data-till-tender]')];
  const kindOf = row => row.querySelector('[data-till-tender-kind]').value;
  const all = () => [...lines.querySelectorAll('[data-till-line]')];
  const amountOf = line => line.querySelector('[data-till-amount]');

  function number() {
    all().forEach((line, index) => {
      line.querySelector('[data-till-number]').textContent = index + 1;
      line.querySelectorAll('input').forEach(input => { input.name = input.name.replace(/\[\d+\]/, `[${index}]`); });
    });
  }

  function addLine() {
    const line = all()[0].cloneNode(true);
    line.querySelectorAll('input').forEach(input => {
      input.value = '';
      input.classList.remove('is-invalid');
    });
    line.querySelectorAll('.till-fault').forEach(fault => fault.remove());
    lines.append(line);
    number();
    return line;
  }

  const freeLine = () => all().find(line => amountOf(line).value === '') ?? addLine();

  function removeLine(line) {
    if (all().length > 1) line.remove();
    else line.querySelectorAll('input').forEach(input => { input.value = ''; });
    number();
    form.dispatchEvent(new CustomEvent('till:changed'));
  }

  const changed = () => form.dispatchEvent(new CustomEvent('till:changed'));

  function numberTenders() {
    tenderRows().forEach((row, index) => {
      row.querySelectorAll('input').forEach(input => { input.name = input.name.replace(/\[\d+\]/, `[${index}]`); });
    });
    changed();
  }

  function addTender(kind, code, shown = code) {
    const row = tenders.querySelector('[data-till-tender-pattern]').content.firstElementChild.cloneNode(true);
    row.dataset.kind = kind;
    row.querySelector('[data-till-tender-kind]').value = kind;
    const input = row.querySelector('[data-till-tender-code]');
    input.value = shown;
    if (code === '') input.removeAttribute('name');
    tenders.querySelector('[data-till-tender-list]').append(row);
    numberTenders();
  }

  function addVoucher(field) {
    const code = field.value.trim().toUpperCase();
    field.value = '';
    const known = tenderRows().some(row => row.querySelector('[data-till-tender-code]').value === code);
    if (code !== '' && !known) addTender('voucher', code);
  }

  /** As many as the member has and the receipt takes; pressed again, none. */
  function togglePoints() {
    const row = tenderRows().find(row => kindOf(row) === 'points');
    if (row) row.remove();
    else addTender('points', '', tenders.dataset.pointsLabel);
    numberTenders();
  }

  function scan(field) {
    member.value = field.value;
    field.value = '';
    member.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function enter(event) {
    const field = event.target;
    const line = field.closest('[data-till-line]');
    if (field === member) {
      event.preventDefault();
      if (member.value !== '') amountOf(freeLine()).focus();
    } else if (field === voucher) {
      event.preventDefault();
      addVoucher(field);
    } else if (line) {
      event.preventDefault();
      if (field === amountOf(line) && looksVoucher(field.value)) addVoucher(field);
      else if (field === amountOf(line) && looksScanned(field.value)) scan(field);
      else if (field === amountOf(line) && !checkAmount(field)) {
        field.select();
        changed();
      } else if (amountOf(line).value === '') record.focus();
      else amountOf(freeLine()).focus();
    }
  }

  form.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('input')) enter(event);
  });
  form.addEventListener('click', event => {
    if (event.target.closest('[data-till-add]')) amountOf(freeLine()).focus();
    if (event.target.closest('[data-till-points]')) togglePoints();
    const tender = event.target.closest('[data-till-tender-remove]');
    if (tender) {
      tender.closest('[data-till-tender]').remove();
      numberTenders();
    }
    const remove = event.target.closest('[data-till-remove]');
    if (remove) removeLine(remove.closest('[data-till-line]'));
  });

  // Back after a fault: the quote belongs to what is in the form.
  if (all().some(line => amountOf(line).value !== '')) form.dispatchEvent(new CustomEvent('till:changed'));
}
