// Một Cửa – progressive enhancement only. Every page works with this file blocked.
const $=(s,r=document)=>r.querySelector(s),$$=(s,r=document)=>[...r.querySelectorAll(s)];
$('.errsum')?.focus();
$('.errsum')?.addEventListener('click',e=>{const a=e.target.closest('a[href^="#"]'),f=a&&document.getElementById(a.hash.slice(1));if(f){e.preventDefault();(f.closest('fieldset')||f).scrollIntoView();f.focus({preventScroll:true})}});
// the name as it will be printed, while it is typed; a corrected full name gives way to new parts
$$('[data-name-preview]').forEach(o=>{const f=[...o.htmlFor].map(i=>document.getElementById(i)),h=$('input[type=hidden]',o.closest('fieldset'));
const up=()=>{const v=f.map(i=>i.value.trim().replace(/\s+/g,' '));o.textContent=(v.filter(Boolean).join(' ')+(v[2]?'':' …')).toLocaleUpperCase('vi')};
f.forEach(i=>i.addEventListener('input',()=>{h?.remove();up()}));if(!h)up()});
const pb=$('[data-print]');if(pb){pb.hidden=false;pb.addEventListener('click',()=>print())}
// one submit per form, re-armed if the page is restored from the back/forward cache
$$('form[method=post]').forEach(f=>f.addEventListener('submit',e=>{if(f.dataset.busy)e.preventDefault();f.dataset.busy=1}));
addEventListener('pageshow',()=>$$('form[data-busy]').forEach(f=>delete f.dataset.busy));
// desk worklist: keys and selection
const tb=$('[data-worklist]');
if(tb){const rows=$$('tbody tr',tb),bar=$('[data-bulk]'),n=$('[data-bulk-n]');let i=rows.findIndex(r=>r.hasAttribute('data-cur'));
const cur=k=>{rows[i]?.removeAttribute('data-cur');i=Math.max(0,Math.min(rows.length-1,k));rows[i].setAttribute('data-cur','');$('a',rows[i]).focus({preventScroll:true});rows[i].scrollIntoView({block:'nearest'})};
const sel=()=>{const c=rows.filter(r=>{const on=$('input',r).checked;r.toggleAttribute('data-sel',on);return on}).length;if(bar)bar.hidden=!c;if(n)n.textContent=c;const a=$('thead input',tb);a.checked=c===rows.length;a.indeterminate=c>0&&c<rows.length};
tb.addEventListener('change',e=>{if(e.target.closest('thead'))rows.forEach(r=>$('input',r).checked=e.target.checked);sel()});
addEventListener('keydown',e=>{if(e.ctrlKey||e.altKey||e.metaKey||/INPUT|SELECT|TEXTAREA/.test(e.target.tagName)&&e.target.type!=='checkbox')return;
const k=e.key.toLowerCase();if(k==='arrowdown'||k==='j')cur(i+1);else if(k==='arrowup'||k==='k')cur(i-1);else if(k==='x'&&i>=0){const c=$('input',rows[i]);c.checked=!c.checked;sel()}else if(k==='/')$('[data-search]')?.focus();else return;e.preventDefault()});sel()}
