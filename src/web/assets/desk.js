// Một Cửa – keys of the desk, paper viewer, ticks kept on the way out. Pages work with it blocked.
const $=s=>document.querySelector(s),$$=s=>[...document.querySelectorAll(s)];
addEventListener('keydown',e=>{
const t=e.target,one=e.key.length<2;
if(e.ctrlKey||e.altKey||e.metaKey||e.repeat||one&&/^(INPUT|SELECT|TEXTAREA)$/.test(t.tagName)&&!/checkbox|radio/.test(t.type))return;
const k=$(`[data-key="${CSS.escape(one?e.key.toUpperCase():e.key)}"]`);
if(!k||k.hidden||k.closest('[hidden]'))return;
e.preventDefault();k.matches('input,textarea')?k.focus():k.click()});
// papers: change, zoom and turn without leaving the page
let z=0,r=0;const box=$('.paperbox'),fit=()=>{const i=$('.shot');if(i)i.className=`shot z${z} r${r}`;$$('[data-view]').forEach(b=>b.hidden=!i&&b.dataset.view!=='next')};
const show=a=>{$$('.thumbs a').forEach(o=>o===a?o.setAttribute('aria-current','true'):o.removeAttribute('aria-current'));
const pdf='pdf'in a.dataset,n=document.createElement(pdf?'iframe':'img'),name=a.textContent.trim();
n.className=pdf?'pdf':'shot';n.src=a.dataset.src+(pdf?'#toolbar=0&navpanes=0&view=FitH':'');n[pdf?'title':'alt']=name;box.replaceChildren(n);const w=$('[data-whole]');if(w)w.href=a.dataset.src;z=r=0;fit()};
const view={zoom(){z=(z+1)%3;fit()},rotate(){r=(r+1)%4;fit()},next(){const a=$$('.thumbs a');show(a[(a.findIndex(o=>o.hasAttribute('aria-current'))+1)%a.length])}};
$$('[data-view]').forEach(b=>b.addEventListener('click',view[b.dataset.view]));fit();
// ticks not yet saved are saved before another page opens
let dirty=0;addEventListener('change',e=>{if(e.target.name==='mark')dirty=1});
$('main')?.addEventListener('click',e=>{const a=e.target.closest('a[href]');if(!a)return;
if(a.closest('.thumbs')){e.preventDefault();show(a)}
else if(dirty&&!a.target&&$('[data-save]')){e.preventDefault();dirty=0;$('#viec').elements.ve.value=a.pathname+a.search;$('[data-save]').click()}});
// a lone digit as a reason becomes the sentence on that key
addEventListener('input',e=>{const i=e.target;if(!i.matches('[data-reason]')||!/^[0-9]$/.test(i.value))return;
const li=$$('.tpl li')[(+i.value+9)%10];if(li)i.value=li.textContent});
