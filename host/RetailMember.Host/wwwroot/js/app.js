// What every page needs beyond plain links and forms.
(() => {
  'use strict';

  // The antiforgery token, for requests that htmx sends without a form around them.
  document.addEventListener('htmx:config:request', event => {
    const request = event.detail.ctx.request;
    const token = document.querySelector('meta[name="csrf-token"]')?.content;
    if (token && request.method.toUpperCase() !== 'GET') request.headers['X-CSRF-Token'] = token;
  });

  // While Chinese is being composed, what stands in a field is not yet what the person means.
  document.addEventListener('input', event => {
    if (event.isComposing) event.stopImmediatePropagation();
  }, true);
  document.addEventListener('compositionend', event => {
    event.target.dispatchEvent(new Event('input', { bubbles: true }));
  });

  // A question before a small action.
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-confirm]');
    if (button && !window.confirm(button.dataset.confirm)) event.preventDefault();
  });

  // A key or password that is shown once goes to the clipboard.
  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.querySelector('span').textContent = button.dataset.copied;
    } catch {
      // Without the clipboard (plain http) the text beside the button is selected for copying by hand.
      button.parentElement.querySelector('[data-select]')?.select();
    }
  });

  // A form is sent once, however often its button is pressed.
  document.addEventListener('submit', event => {
    const form = event.target.closest('form[data-form]');
    if (!form || event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
    form.querySelectorAll('button:not([type="button"])').forEach(button => button.classList.add('btn-loading'));
  });

  // A page that comes back from the browser's cache may be sent again.
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-form]').forEach(form => {
      delete form.dataset.sent;
      form.querySelectorAll('.btn-loading').forEach(button => button.classList.remove('btn-loading'));
    });
  });

  // The first field at fault is where the person goes on.
  document.querySelector('.is-invalid')?.focus();
})();
