import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeText, html, trusted } from './markup.ts';

test('whatever is put into a template is escaped, for content and for quoted attributes', () => {
  assert.equal(
    html`<a title="${`"'<>&\``}">${'</a>'}</a>`.markup,
    '<a title="&quot;&#39;&lt;&gt;&amp;&#96;">&lt;/a&gt;</a>',
  );
});

test('markup of ours nests, lists are joined, and what is not there writes nothing', () => {
  const items = ['a', 'b'].map((item) => html`<li>${item}</li>`);
  assert.equal(
    html`<ul>${items}${false}${null}${undefined}${0}</ul>${trusted('<hr>')}`.markup,
    '<ul><li>a</li><li>b</li>0</ul><hr>',
  );
});

test('characters that hide or turn a text are shown by their number', () => {
  assert.equal(
    escapeText('a\u0000\u001b[31m\u202ex\u2066\ud800\n'),
    'a\\u0000\\u001b[31m\\u202ex\\u2066\\ud800\n',
  );
  assert.equal(escapeText('Étant donné 😀'), 'Étant donné 😀');
});
