var e,t,n,r,i,a,o,s,c,l,u=Symbol.for(`pv`),d={},f=[],p=/^m(i|n|o|s|text|space)$/,m=Array.isArray,h=f.slice,g=Object.assign;function _(e){e&&e.parentNode&&e.remove()}function v(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?h.call(arguments,2):n),y(e,o,r,i,null)}function y(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:u,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function b(e){return e.children}function x(e,t){this.props=e,this.context=t,this.__g=0}function ee(e,t){if(t==null)return e.__&&ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ee(e)}function S(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=g({constructor:u},r)).__v=r.__v+1,e.vnode&&e.vnode(n),ce(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||ee(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,de(a,n,o),r.__=r.__e=null,n.__e!=i&&te(n))}function te(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),te(e)}function C(t){(8&t.__g||(t.__g|=8,n.push(t),i++))&&r==e.debounceRendering||((r=e.debounceRendering)||queueMicrotask)(w)}function w(){try{for(var e,t=1;n.length;)n.length>t&&n.sort(a),e=n.shift(),t=n.length,8&e.__g&&S(e)}finally{(i=n.length)&&(r||queueMicrotask)(w)}}function ne(e,t,n,r,i,a,o,s,c,l,u){var p,m,h,g,_,v,y=r.__k||f,b=t.length;for(c=T(n,t,y,c,b),p=0;p<b;p++)(h=n.__k[p])!=null&&(m=~h.__i&&y[h.__i]||d,h.__i=p,v=ce(e,h,m,i,a,o,s,c,l,u),g=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&pe(m.ref,null,h,m),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=re(h,c,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function T(e,t,n,r,i){var a,o,s,c,l,d,f,p,h,g=n.length,_=g,v=0,x=0,S=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=S[a]=y(null,o):m(o)?o=S[a]=y(b,{children:o}):o.constructor===u&&o.__b?o=S[a]=y(o.type,o.props,o.key,o.ref,o.__v):S[a]=o,c=a+v,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ie(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?v--:l==c+1?v++:l!=c&&(l>c?v--:v++,x=1)):(~l||(i>g?v--:i<g&&v++),typeof o.type!=`function`&&(o.__u|=4))):S[a]=null;if(x){for(d=[],f=[],a=0;a<i;a++)if((o=S[a])&&16&o.__u){for(v=0,p=d.length;v<p;)d[h=v+p>>1]<o.__i?v=h+1:p=h;d[v]=o.__i,f[a]=v+1}for(v=d.length;a--;)f[a]&&(f[a]==v?v--:S[a].__u|=4)}if(_)for(a=0;a<g;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ee(s)),me(s,s));return r}function re(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=re(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ee(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ie(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ae(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function oe(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ae(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ae(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=l[t]||(l[t]=se(t)),(e.__a||={})[t]=c,a=t!=(t=t.replace(s,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function se(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[o]==null)n[o]=c++;else if(n[o]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function ce(t,n,r,i,a,o,s,c,l,d){var p,h,v,y,S,te,C,w,T,re,ie,ae,oe,se,ce,de,pe,ge,_e=n.type;if(n.constructor!==u)return null;128&r.__u&&(l=32&r.__u,p=r.__c.__z)&&(n.__u|=l,h=o=[],p.nodeType==8?c=le(p,o):o.push(p),c=o[0]||c),(p=e.__b)&&p(n);n:if(typeof _e==`function`){v=s.length;try{if(w=n.props,T=(p=_e.prototype)&&p.render,re=(p=_e.contextType)&&i[p.__c],ie=p?re?re.props.value:p.__:i,(y=r.__c)?(n.__c=y,2&y.__g&&(y.__g|=1)):(T?n.__c=y=new _e(w,ie):(n.__c=y=new x(w,ie),y.constructor=_e,y.render=he),re&&re.sub(y),y.state||(y.state={}),y.__n=i,y.__g|=8,y.__h=[],y.__k=[]),T&&(y.__s||(y.__s=y.state),_e.getDerivedStateFromProps&&(y.__s==y.state&&(y.__s=g({},y.__s)),g(y.__s,_e.getDerivedStateFromProps(w,y.__s)))),S=y.props,te=y.state,y.__v=n,r.__c){if(w!==S&&T&&!_e.getDerivedStateFromProps&&y.componentWillReceiveProps&&y.componentWillReceiveProps(w,ie),n.__v==r.__v&&!(8&y.__g)||!(4&y.__g)&&y.shouldComponentUpdate&&!1===y.shouldComponentUpdate(w,y.__s,ie)){n.__v!=r.__v&&(y.props=w,y.state=y.__s,y.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),f.push.apply(y.__h,y.__k),y.__k=[],y.__h.length&&s.push(y),c=ee(r);break n}y.componentWillUpdate&&y.componentWillUpdate(w,y.__s,ie),T&&y.componentDidUpdate&&y.__h.push(function(){y.componentDidUpdate(S,te,C)})}else T&&!_e.getDerivedStateFromProps&&y.componentWillMount&&y.componentWillMount(),T&&y.componentDidMount&&y.__h.push(y.componentDidMount);y.context=ie,y.props=w,y.__P=t,y.__g&=-5,ae=e.__r,oe=T?25:0;do y.__g&=-9,ae&&ae(n),p=y.render(y.props,y.state=y.__s,y.context);while(8&y.__g&&++oe<25);T&&(f.push.apply(y.__h,y.__k),y.__k=[]),y.state=y.__s,y.getChildContext&&(i=g({},i,y.getChildContext())),T&&r.__c&&y.getSnapshotBeforeUpdate&&(C=y.getSnapshotBeforeUpdate(S,te)),se=p&&p.type===b&&p.key==null?p.props.children:p,w.__P&&(p=c,a=(t=w.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&me(e,e)}),r.__k=null),c=r.__k?ee(r,0):null),c=ne(t,m(se)?se:[se],n,r,i,a,o,s,c,l,d),w.__P&&(n.__e=null,c=p),n.__u&=-161,h&&h.some(_),y.__h.length&&s.push(y),1&y.__g&&(y.__g&=-4)}catch(t){if(s.length=v,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(pe=o.indexOf(c||void 0))||(pe=o.length);(ge=o[pe-1])&&ge.nodeType==8;)pe--;for(;pe<o.length;pe++)if(ge=o[pe]){if(o[pe]=null,ce){if(ge==de)break}else{if(ge.nodeType!=8)break;ge.data.startsWith(`$s`)&&(de=le(ce=ge))}}}if(!ce){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ce=c}(p=le(ce=n.__c.__z||(n.__c.__z=ce)))?(n.__e=ce,c=p):n.__e=c,c&&=c.nextSibling}else o&&o.some(_)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||ue(n),e.__e(t,n,r)}}else c=n.__e=fe(r.__e,n,r,i,a,o,s,l,d,t);return(p=e.diffed)&&p(n),c}function le(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function ue(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(ue))}function de(t,n,r){for(var i=0;i<r.length;)pe(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function fe(t,n,r,i,a,o,s,c,l,u){var f,g,v,y,b,x,S,te,C=r.props||d,w=n.props,T=n.type;if(T==`svg`?a=`http://www.w3.org/2000/svg`:T==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(f=0;f<o.length;f++)if((b=o[f])&&(T?b.localName==T:b.nodeType==3)){t=b,o[f]=null;break}}if(!t){if(te=u.ownerDocument||document,!T)return te.createTextNode(w);t=te.createElementNS(a,T,w.is?w:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(T){if(u=T==`template`&&t.content||t,o=T==`textarea`&&w.defaultValue!=null?null:o&&h.call(u.childNodes),!c&&o)for(C={},f=0;f<t.attributes.length;f++)C[(b=t.attributes[f]).name]=b.value;for(f in C)b=C[f],f==`dangerouslySetInnerHTML`?v=b:f==`children`||f in w||f==`value`&&`defaultValue`in w||f==`checked`&&`defaultChecked`in w||oe(t,f,null,b,a);for(f in w)b=w[f],f==`children`?y=b:f==`dangerouslySetInnerHTML`?g=b:f==`value`?x=b:f==`checked`?S=b:c&&typeof b!=`function`||C[f]===b||oe(t,f,b,C[f],a);g?(c||v&&(g.__html==v.__html||g.__html==t.innerHTML)||(t.innerHTML=g.__html),n.__k=[]):(v&&(t.textContent=``),(T==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&p.test(T))&&(a=`http://www.w3.org/1999/xhtml`),ne(u,m(y)?y:[y],n,r,i,a,o,s,o?o[0]:r.__k&&ee(r,0),c,l),o&&o.some(_)),c&&T!=`textarea`||(f=`value`,T==`progress`&&x==null?t.removeAttribute(f):x==null||x===t[f]&&(T!=`progress`||x)||oe(t,f,x,C[f],a),f=`checked`,S!=null&&S!=t[f]&&oe(t,f,S,C[f],a))}else C===w||c&&t.data==w||(t.data=w);return t}function pe(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function me(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||pe(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&me(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=le(i,o=[]))&&(i==t.__e&&o.some(_),_(a),_(i)),r||_(t.__e),t.__e=t.__c=t.__=null}function he(e,t,n){return this.constructor(e,n)}function ge(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=y(b,{children:[t]}),a=[],o=[],ce(n,n.__k,i||d,d,n.namespaceURI,i?null:n.firstChild?h.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),de(a,n.__k,o),n.__k.props.children=null}e={__e:function(e,t,n,r){for(var a,o,s;t=t.__;)if((a=t.__c)&&!(1&a.__g)){a.__g|=4;try{if((s=(o=a.constructor)&&o.getDerivedStateFromError)&&a.setState(o.getDerivedStateFromError(e)),a.componentDidCatch&&(a.componentDidCatch(e,r||{}),s=1),s&&8&a.__g)return void(a.__g|=2)}catch(t){e=t}}throw i=0,e}},t=0,x.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=g({},this.state)),typeof e==`function`&&(e=e(g({},n),this.props)),e&&(g(n,e),this.__v&&(t&&this.__k.push(t),C(this)))},x.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),C(this))},x.prototype.render=b,n=[],i=0,a=function(e,t){return e.__v.__b-t.__v.__b},o=Symbol(),s=/(PointerCapture)$|Capture$/i,c=0,l={};var _e=e.vnode;e.vnode=e=>{e.type===`button`&&(e.props.type??=`button`),_e?.(e)};var ve,ye=0,be=new Set;function xe(e){ve&&(e.add(ve),ve.read.add(e))}function Se(e){for(let t of e.read)t.delete(e);e.read.clear()}function Ce(e,t){Se(e);let n=ve;ve=e;try{return t()}finally{ve=n}}function we(e){for(let t of[...e])t.marks?(t.run(),we(t.marks)):be.add(t)}function Te(e){ye+=1;try{e()}finally{if(--ye,ye===0){let e=[...be];be.clear();for(let t of e)t.run()}}}function E(e){let t=new Set;return{get value(){return xe(t),e},set value(n){Object.is(e,n)||(e=n,Te(()=>we(t)))}}}function D(e){let t,n=new Set,r={marks:n,read:new Set,run:()=>t=void 0};return{get value(){return xe(n),t??={value:Ce(r,e)},t.value}}}function Ee(e){let t={read:new Set,run:()=>Ce(t,e)};t.run()}var De=e,Oe=new WeakMap;function ke(e){return e.__c}function Ae(e,t){let n=De[e];De[e]=e=>{t(e),n?.(e)}}Ae(`__r`,e=>{let t=ke(e);if(!t)return;let n=Oe.get(t);n||Oe.set(t,n={read:new Set,run:()=>t.forceUpdate()}),Se(n),ve=n}),Ae(`diffed`,()=>ve=void 0),Ae(`unmount`,e=>{let t=Oe.get(ke(e)??e);t&&Se(t)});var je,O,Me,Ne,Pe=Object.is,Fe=0,Ie=[],Le=[],k=e,Re=k.__b,ze=k.__r,Be=k.diffed,Ve=k.__c,He=k.unmount,Ue=k.__;function We(e,t){k.__h&&k.__h(O,e,Fe||t),Fe=0;var n=O.__H||(O.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function A(e){return Fe=1,Ge(rt,e)}function Ge(e,t,n){var r=We(je++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):rt(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);Pe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=O,!O.__f)){O.__f=!0;var i=O.shouldComponentUpdate;O.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,Pe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function j(e,t){var n=We(je++,3);!k.__s&&nt(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,O.__H.__h.push(n))}function Ke(e){return Fe=5,qe(function(){return{current:e}},[])}function qe(e,t){var n=We(je++,7);return nt(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Je(e,t){return Fe=8,qe(function(){return e},t)}function Ye(){var e=We(je++,11);if(!e.__){for(var t=O.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Xe(){var e;do{for(;e=Le.shift();)try{et(e)}catch(t){k.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ie.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(et),t.__h.some(tt),t.__h=[]}catch(n){t.__h=[],k.__e(n,e.__v)}}}while(Le.length)}k.__b=function(e){O=null,Re&&Re(e)},k.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ue&&Ue(e,t)},k.__r=function(e){ze&&ze(e),je=0;var t=(O=e.__c).__H;t&&(Me==O?O.__h=[]:(t.__h.some(et),t.__h.some(tt),je=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Me=O},k.diffed=function(e){Be&&Be(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&$e(Ie.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Me=O=null},k.__c=function(e,t){t.some(function(e){try{e.__h.some(et),e.__h=e.__h.filter(function(e){return!e.__||tt(e)})}catch(t){e.__h=[function(){throw t}]}}),Ve&&Ve(e,t)},k.unmount=function(e){He&&He(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,$e(Le.push(r))}else et(r)}catch(e){t=e}}),r.__H=void 0,t&&k.__e(t,r.__v))};var Ze=typeof requestAnimationFrame==`function`;function Qe(e){var t,n=function(){clearTimeout(r),Ze&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Ze&&(t=requestAnimationFrame(n))}function $e(e){e!=1&&Ne==k.requestAnimationFrame||((Ne=k.requestAnimationFrame)||Qe)(Xe)}function et(e){var t=O,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),O=t}function tt(e){var t=O;e.__c=e.__(),O=t}function nt(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!Pe(t,e[n])})}function rt(e,t){return typeof t==`function`?t(e):t}var it=[`reader`,`moderator`,`senior`,`lead`,`admin`],at=`gavel.app`,M=E(void 0),ot=E(!1),st=D(()=>M.value?.csrf??``),ct=D(()=>M.value?.member);function lt(){M.value&&(ot.value=!0)}function ut(e){let t=ct.value?.role;return t!==void 0&&it.indexOf(t)>=it.indexOf(e)}function N(e){return(ct.value?.rights.includes(e)??!1)&&(e!==`administer`||ft())}function dt(){return!ct.value?.queues}function ft(){return dt()&&!ct.value?.actions}function pt(e){let t=ct.value;return t!==void 0&&(e===t.id||e===t.name)}function mt(e){let t=ct.value?.actions;return N(`decide`)&&(!t||t.includes(e))}function ht(e){let t=M.value&&M.value.member.id!==e.member.id;M.value=e,ot.value=!1,localStorage.setItem(at,e.app.name),t&&location.assign(`/dashboard/`)}var gt=E(``);async function _t(){let e=new URLSearchParams(location.hash.slice(1)),t=e.get(`link`),n=e.get(`sign_in`);if((n===`failed`||n===`unknown`)&&(history.replaceState(history.state,``,location.pathname+location.search),gt.value=n),t)history.replaceState(history.state,``,location.pathname+location.search),ht(await P(`post`,`/dashboard/session`,{body:{link:t}}));else try{ht(await P(`get`,`/dashboard/session`))}catch(e){if(!(e instanceof St)||e.status!==401)throw e;M.value=null}}async function vt(e,t){let n=M.value?.app.name??(new URLSearchParams(location.search).get(`app`)||localStorage.getItem(at));ht(await P(`post`,`/dashboard/session`,{body:{name:e,password:t,...n?{app:n}:{}}}))}async function yt(){await P(`delete`,`/dashboard/session`),M.value=null}async function bt(e,t){await P(`put`,`/dashboard/session/password`,{body:t===void 0?{password:e}:{old:t,password:e}});let n=M.value;n&&(M.value={...n,member:{...n.member,must_set_password:!1}})}async function xt(){return await P(`get`,`/dashboard/sign_in`)}var St=class extends Error{status;fields;answer;request;constructor(e,t,n={},r=void 0,i=``){super(t),this.status=e,this.fields=n,this.answer=r,this.request=i,this.name=`Failure`}get offline(){return this.status===0}get passing(){return this.status===0||this.status===429||this.status===408||this.status>=500}},Ct=E(!0);function wt(){return Date.now().toString(36)+Math.random().toString(36).slice(2)}function Tt(e,t={}){return e.replace(/\{(\w+)\}/g,(n,r)=>{let i=t[r];if(i===void 0)throw Error(`${e} lacks ${r}`);return encodeURIComponent(String(i))})}function Et(e){if(e==null)return``;let t=new URLSearchParams;for(let[n,r]of Object.entries(e))r!=null&&r!==``&&t.append(n,String(r));let n=t.toString();return n?`?${n}`:``}async function Dt(e){let t=await e.json().catch(()=>void 0),n=t??{},r=n.exception_fields??{},i=Object.entries(r).map(([e,t])=>`${e}: ${t}`).join(`; `)||(typeof n.message==`string`?n.message:e.statusText);return new St(e.status,i,r,t,e.headers.get(`x-request-id`)??``)}async function P(e,t,n={}){let r={accept:`application/json`,"x-client-request-id":n.id??wt()};st.value&&(r[`x-gavel-csrf`]=st.value),n.body!==void 0&&(r[`content-type`]=`application/json`);let i;try{i=await fetch(Tt(t,n.path)+Et(n.query),{method:e.toUpperCase(),headers:r,credentials:`same-origin`,cache:`no-store`,...n.body===void 0?{}:{body:JSON.stringify(n.body)},...n.signal?{signal:n.signal}:{},...n.keepalive?{keepalive:!0}:{}})}catch(e){throw e instanceof DOMException&&e.name===`AbortError`?e:(Ct.value=!1,new St(0,`The server cannot be reached.`))}if(Ct.value=!0,i.status===401&&st.value&&lt(),!i.ok)throw await Dt(i);return i.status===204?void 0:i.json()}function Ot(e){return(t,n={})=>P(e,t,n)}var F={get:Ot(`get`),post:Ot(`post`),put:Ot(`put`),patch:Ot(`patch`),delete:Ot(`delete`)},kt={language:``,theme:`auto`,keys:{on:!0,preset:`gavel`,own:{}},pause:6,media:{},veiled:null,apart:{},break_after:0},At=`gavel.preferences`,jt=`/api/v1/members/me/preferences`;function Mt(){try{return Nt(JSON.parse(localStorage.getItem(At)??`{}`))}catch{return kt}}function Nt(e){let t=e??{};return{...kt,...t,keys:{...kt.keys,...t.keys},media:{...kt.media,...t.media}}}var I=E(Mt());Ee(()=>{let{theme:e}=I.value;e===`auto`?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e});async function Pt(){try{let e=await P(`get`,jt);e.preferences&&Object.keys(e.preferences).length>0&&Ft(Nt(e.preferences))}catch(e){if(!(e instanceof St))throw e}}function Ft(e){I.value=e,localStorage.setItem(At,JSON.stringify(e))}async function It(e){let t={...I.value,...e};Ft(t),await P(`put`,jt,{body:{preferences:t}})}var Lt=`Policies
Spam manager
Reports
Strikes
Actions
Held back
Providers
Members
Enter or a comma adds one.
One a line: name = value
A number, true, false, or a text.
from {share} on
Take away {what}
Add
Edit
What to do
Letters, digits, and _ . : - ; it stays.
Delete {what}?
Export
Import
What would change
This is not JSON.
Delete what the file leaves out
new
is deleted
{n} unchanged
New rule
There are no rules yet.
j and k walk through the rules; Alt with ↑ or ↓ moves the focused one. Rules can be dragged, too.
Pause all rules
All rules go on being evaluated and have no effect until they are resumed.
{who} paused all rules.
Pause
Resume
off
Only the first that holds counts
version {version}
Move up: {name}
Move down: {name}
Moved.
Drafts of new rules
draft
All rules
runs in shadow
This rule was written with Stream's rule builder and is changed there.
Rule
Try
Shadow
Backtest
Versions
Health
Undo
Settings
Groups
A rule of a group is in effect only while the group is on, for seven days at most. Rules name it under Limits.
No rule is in a group.
Switch on
Switch off
Change the end
on
Reach and caps
Whom the rule would act on at their next post, by what is known now.
Count the users
It holds for {hit} of {users} users.
What is held back of it
Looked at when
When
Then, one after the other
Limits, order, whom it spares
Whom it leaves alone
Condition
Add a condition
Remove
Add an action
Why (kept with the version)
Keep as a draft
The draft is kept. It has no effect.
Saved as version {version}, in effect everywhere from {when} on.
I have seen the warnings
Where the app asks for two, somebody else publishes the draft of a rule that does what nobody can take back.
Draft by {who}
Nobody can take back: {what}
Publish the draft
Drop the draft
Try it on
Id of the item
An invented author
What you leave empty is not known, and holds for nothing.
Posts of theirs
As it meets an ordinary user
What the rule says
Nothing is stored, sent or counted.
The policy and all rules recommend
lacks {much}
It would hold with
It would not hold with
Set aside: {what}
Rules in their order
What would be done
held back by the cap: {cap}
The rule as it is written is evaluated on all that comes, and does nothing. It ends after 30 days.
Run in shadow
It runs in shadow.
Runs in shadow
The shadow has ended
until
Not evaluated, as no enabled rule asks for: {what}
How often which version held
Held
Times
The latest
Of the latest 1,000 of each kind.
By day
Agreement of moderators
It would have hit {n} user.|It would have hit {n} users.
Other rules that held at the same time
Promote
The shadow becomes the rule's next version and ends.
It is version {version} now.
Only if it held so many times
Only if so many per cent were right
Even if it hit moderators
End the shadow
No moderator has decided on any of it yet.
{low} to {high} by 95 %, Wilson
{right} right, {wrong} false alarms
What the rule as it is written would have done, by what rules saw then. Nothing is sent.
The last days
Start the backtest
Earlier backtests
{share} done
{n} in the busiest hour
Hit most
False alarms: {n} that people kept
Hits, by chance
Nearest misses
Not simulated: {what}
in effect
as version {version}
drafted by {who}
Into the editor
Version {version} is in the editor. Nothing is saved yet.
Restore version {version}?
Two versions beside each other
Left
Right
They are the same.
Days
Last hit
Share of the time
(certain)
(as counted)
Passed over {n} times for
Hits by day
expected
{n} error|{n} errors
Agreed
today {what}
passed over {n} times, most often for {what}
Evaluations in which no rule held are counted by a sample.
Takes back what the rule did since then: calls, bans, flags and strikes. Later decisions of moderators stay.
What would be undone
Undo it
Undo {n} enforcement|Undo {n} enforcements
Pause the rule or switch it off first, or it does the same again.
Found
{enforcements} enforcements on {items} items of {users} users
(at least)
Would be undone
Undone
Would stay
Not undone
What the rule did
Effects
Calls to your server that rules and moderators order. Only the answer 200 is a success.
{header}: kept secret
Test
Sends one call now to {url}.
Send
200: it works
no success
What is ordered of it waits until it is resumed.
Cancel what has waited instead of sending it
State
Attempts
Delivery
Next attempt
What is sent
Cancel the delivery
Receivers
Nothing was sent anywhere yet.
Time to answer
Success
Failures in a row
Breaker open until
Disabled
Oldest that waits
Deliveries
Enable
It runs: {n} so far.
Everything
Mark all read
Read
unread
Export {format}
About
Details
No unread failures.
What caps hold back has gone nowhere. Look through it, then release or drop it.
Release {n}
Drop {n}
Release all of the rule
Drop all of the rule
Release
Drop
only these
Nothing is held back.
Which engines look at content, and what their labels mean.
Key of a new policy
Policy {key}
Labels and what follows
All of it as JSON
Set up
What follows by severity
Try a text
Services that judge for engines. Their keys are never shown.
set
Words
Words, domains, addresses and patterns that policies and rules ask for.
Phrases; texts that mean the same are found.
Images
Fingerprints of images (PDQ); similar images are found.
Users whom rules name or spare.
Entries
Only entries without a hit in 30 days
In how many contents each was found, since {day} (UTC).
No entry of this list was found yet.
{n} added, {known} known already
Add from an item
Nothing is counted: the spam manager is off (App settings).
String
Posts
Last
History
covered by {by}
{n} changed.
Reporters
How often moderators agreed with whom. Rules can weigh reports by it.
Reliability
Refused
Strike policies
What strikes weigh, when they run out, what so many of them lead to.
Histogram
{n} user with strikes|{n} users with strikes
Users who reach it
Who may sign in, and what they may do.
you
Only these queues and actions
Signed in
Link to sign in
It signs in once. Hand it over where nobody else reads.
Copy
Sessions
By
Seen
Sign-in providers
Services by which members sign in (OpenID Connect).
Redirect address
API tokens
With these your server calls the API.
Score keys
With these clients of Perspective and OpenAI ask for scores.
Ends in
The new key
It is shown this once.
Settings of the app
Whom rules leave alone
Most that providers may cost a day
Secrets that sign calls: {n}. They are never shown.
What moderators find
One a line: key, label, and act, keep or both
Transparency
Integrity
Erasure
Erasure of a person's data
What is kept of the person goes for good. What the app's settings leave stays without them.
Type the id to be sure
Erase for good
In its place
Ordered
Completed
Place
Receipt
Take the receipt
Signed with
Looked at
Deleted
Changed
Found and left
Stays
{n} place had nothing.|{n} places had nothing.
Statements of reasons
Transparency database
What goes to the EU's database, and what it answered.
What it said
Each day of the log is closed under a signed root. Keep the roots where nobody who writes to the store can.
Take the roots
No day is closed yet.
Day
Signature
Root
Closed
entries have gone
Proof of one entry
Id of the entry
Prove
Place in the day
{place} of {n}
Steps to the root
Take the proof
Verifying offline
Any machine checks the files; the first command reads the store's log as well.
Proof
Approvals
Decisions that take two: until another person has agreed nothing of them is done.
Asked by
Agree
Refuse
Withdraw
Figures
Counted since {day}.
Nothing is counted yet.
Not counted here: {what}
Skip to the content
Menu
Sign out
{n} unread failure|{n} unread failures
The server cannot be reached. Nothing is lost; the page tries again.
There is no such page.
This page is for the role {role} and above.
This page is for members of all queues and actions.
Pages
Overview
Queue
Item
User
Content
Appeals
Log
Sign in
Your session has ended. Sign in to go on; what you were doing is kept.
Password
Sign in with {provider}
The link is not valid any more. Ask an admin for another.
Name or password is wrong.
New password
Choose a password
With it you can sign in without a link.
The password again
The two passwords differ.
Present password
Save
Saved.
Cancel
Close
Try again
Loading…
Show more
Nothing here.
That did not work: {why}
Search
All
Delete
Reason
Time
Show all {n} characters
Show less
(empty)
unknown
Others have changed this since. Load it again before you save.
The server has an error of its own. Nothing was changed.
The server cannot be reached.
You may not do this.
It does not exist (any more).
Show the numbers
No numbers yet.
Oldest waits since
Decided today
Unread failures
Arrivals and decisions by day
flagged
decided
By moderator, the last 14 days
Receivers that are not well
All receivers answer.
{n} failure in a row|{n} failures in a row
Saved views
No views are saved yet.
The last failures
Median time to a decision
automatic
Removed
Overturned
Opened
of these severe
By policy
Review queue
Views
Escalated
Reviewed
Nothing waits here.
New items appear by themselves.
Items
Back to the list
Filter
Clear the filter
Label
Severity from
Reported by
Policy
User id
Entity type
Same content (hash)
Same image (hash)
Save as a view
Name of the view
For all moderators
Delete this view
{n} selected
Select
Select the page
Clear the selection
Select all that match
Decide on {n} items
Type {n} to go on
{action}: {n} items
{done} of {n} decided, {failed} failed
Stop
Batch {id}
These were not decided:
{who} is working on this item.
with {who}
{who} decided: {what}
Decided elsewhere: {what}
The content has changed since the last decision.
Refreshed.
{n} waits|{n} wait
You have worked for {n} minutes. A break does good.
Why it is here
Engine
{n} report|{n} reports
holds
cannot be said
Nearest miss
Flagged by {who}
Not judged by: {engines}
read as “{term}”
No engine and nobody flagged it.
Recommended
{n} rule that does not hold|{n} rules that do not hold
Text
What the app sent with it
Show
Hide
It cannot be shown here:
A text of this label is veiled.
As others see it
invisible character {code}
No endpoint for translations is set.
Open the address in a new tab?
Author
All about this user
since
bans
banned
shadow banned
strikes
The last decisions about them
Context
More from the same place
More by the same author
Where it stands
The app sent nothing that says where it stands.
What was sent
No call to your server belongs to this.
{n} attempt|{n} attempts
Retry
It is due now.
What happened
Nothing yet.
by {who}
Gavel
Notes
Add a note
Note for the other moderators
No notes yet.
Decide
Undo
Choose a reason first.
Another reason
{what} – sent in {n} s
Undone: nothing was sent.
Taken back: {what}
{what} cannot be taken back.
{what} was not taken: {why}
{n} decision waits for the server|{n} decisions wait for the server
Not decided: the item has changed since you saw it. {who} {what}.
Not decided: the item has changed since you saw it.
There is nothing to undo.
Send now
Decisions not sent yet
Given up: {what}
Give up
Ban {who}
For how long
1 hour
1 day
7 days
30 days
for good
Shadow ban: they do not notice
Delete their messages too
Why somebody else should look
Why you skip it
I do not speak the language
I am not sure
I know the person
I do not want to see this now
What is wrong with it
Copy the address
Copied.
User id or name
Find a user by id or name.
Flagged
active
Reports about them
Reports by them
Lift the ban
The ban is lifted.
Banned.
Decisions and flags by day
Nothing is known of this user but what is below.
Open
Users who were flagged themselves
List
All content
Flagged, reported or decided
Only what was flagged, reported or decided is listed. Admins can have all content listed (App).
What was submitted since {when}; earlier content from its next change on.
All of their content
Content
Labels
Decision
flag
What they say
The decision
Accept: take the decision back
There are no such appeals.
You made this decision: somebody else has to look at it.
Answer to the person
The appeal is decided.
Look and language
Colours
Language
As the browser
Seconds in which undo costs nothing
Wellness
Veil texts with these labels
One label a line, as THREAT
Propose a break after minutes (0: never)
Keys
Single keys do something
Keys as in
Change
Press the new key, or Escape
{key} is taken by: {command}
Back to the preset
Kept in this browser only: the server did not take it.
Single keys are off (Settings).
They do nothing in fields, in dialogs, and with Ctrl, Cmd or Alt.
Next item
Previous item
Open the item's page
Select up to here
Select all loaded
Close, clear the selection
Delete or block
Undo the last decision
Write a note
Show the context
Show media (hold)
Sound on or off
Translate
Refresh
To the filter
Find a command or page
These keys
Second looks
Statement of reasons
Of the decision
Statement
Restriction
Ground
Clause
Explanation
Category
Facts
Source
It lacks:
There is no template for its text.
Nothing is declared for {what}: no statement is made.
Not stated, as the app chose: {what}
It restricts nobody.
Appeal of {who}
late
unfounded
Manifestly unfounded
Decided by
Told on
Answer
Taking back
Needed: whoever appeals is told it.
Accept: {what}
To look at
Agreement
Somebody else has decided on this. How is not told, and nothing follows from the answer.
Content to judge
By the policy {policy}
It may stay
It may not
{n} to look at
Kept.
Nothing waits for a second look.
1: all agree; 0: as by chance. Of what was looked at twice, by policy, within 95 %.
There are more than could be counted.
Agreed
everybody said the same
{low} to {high}
Erase
{what} waits until another person has agreed.
Decided by machines
Ban the user
Put before the moderators
^
^
Always keep what they post
Action
Take the escalation back
^
^
^
^
^
Delete their messages
End the call
^
^
Kick
Keep
Reject the appeal
^
^
^
^
^
^
{n} other with the same content waits|{n} others with the same content wait
Decide on all of them
{n} other with the same image waits|{n} others with the same image wait


by the author


no
Newest first

by who reported
Oldest first





open
yes

Handled by
^
User id
^
^
^
Who appeals
^
From
^
all of these
any of these
number of channels
content is classified as
number of classified posts
share of classified posts
contains a link
property of the content
kind of content
number of flagged contents
severity is at least
text is in a list
user is a moderator
user is trusted
number of posts of which holds

never holds

an engine did not judge

number of posts
the same text repeatedly
number of reports
strikes of the user

length of the text
age of the account
user is in a list
property of the user
role of the user
The app this hour
Its flags this hour
The rule this hour
Note a dispute
^
^
ended without a finding
for the complainant
for the platform
Carried out
^
^

^
Dispute out of court

given up

trying
overtaken

Acting needs a reason
^
Action
Only these actions
The context counts like texts
^
So long ago
Texts that are
Texts that never count
Texts that never count
What the app is about
Whom the app spares, too
^
Hours that they wait
Asked only for some content
After the answer, in the background
Header with the secret
Secret
Minutes of the ban
Where other engines are unsure
Batch
Blur media
^
Answers kept for seconds
^
At most so many actions an hour
^
Action for who does it again
Another action for who does it again
From which time on
^

The context counts, too
Channels a user
Weights of classes
^
^
^
Calls at once
Quiet after it fired for
How many
Evaluations in which no rule held are counted
Properties
^
ground
restriction
Policy where none is named
Country of telephone numbers
^
Bits that may differ
Each reporter once
E-mail
^
Receiver
^
What erasures leave
Labels alone, no classes
Days that a strike counts
Further parameters

Fast: messages
Fast: within seconds
Only a user's first message
At most so many flags an hour
Flagged contents
Show media in grey
^
Highest score to
^
The same text again
explanation
legal ground
Takes images
explanation
clause
Need not wait for others
Days that backtests reach back
The address, too
Nobody can take it back
Look-alike letters, too
Digits for letters, too
Plurals, too
Within words, too
^
^
Keeping needs a reason
^
^
^
^
Of these labels
List all content
^
Highest score from
Within words, too
They match whatever is counted
Most characters
Most tokens
^
Least confidence
From letters on
From posts on
Reporters known for
Texts from characters on
In
^
Moderator
^
Mute videos
^
Where it cannot judge
What stands in the picture
Counted
Whatever is reported
Comparison
^
Names of the parameters
So many a second
Per cent
Phrases, one a line
Strike policy
^
Seconds that a user is new
^
Proposed from posts on
^
Only these queues
Record who opens an item
Reports by category
^
Days until what is kept goes; empty: never
Reverses these actions
Days until items leave the queue
^
Claim with the role
^
^
Weights of rules
Where these rules hold
A sample, in per cent
^
Decisions that take two
A second person for what nobody can take back
^
What each severity means
The ban is not noticed
Similar texts
Bits that may differ
From
Slow: minutes of the ban
Slow: messages
Slow: within seconds
Id of the other receiver
No two in a row with these labels
No two in a row from this severity on
Moderators
Address that tells the state
what the action is
^
^
Values it takes
^
^
^
Within
Seconds to answer
^
Of all users together
Address that translates
Trusted users
^
^
^
Address
Only messages with links
^
Users, one a line
^
Values of the action
Veil texts with these labels
Only version
^
Weighed by reliability
^
Within
Entries, one a line
accounts
Accounts, ground not said
Accounts, on law
Accounts, on terms
by authors
automatically
^
Against what
^
^
^
By who complained
^
^

^
Decided
Detected
without a finding
for the complainant
for the platform
^
^
^
Carried out
by people
Measures that followed
Not decided yet
Not carried out
^
by who reported
^
^
^

^
Disputes out of court
On own initiative
in part
Reversed in part
the people who moderate

what came of a report
^
^
^
^
Median time to action
Median time to decision
Median time to settlement
^
^
^
more than expected
With effect
^
fewer than expected
^
^
^
^
^
While paused
App
Operation
Rules
Moderation
As 36h or 30d
As 10m or 2h
Left empty, the one that is kept stays.
Above it a person is asked; 0 asks each time.
Left empty, the one that is kept stays.
As 24h
Not only what is flagged. Checks cost more on AWS.
As 7d
One entry of the log a person, item and day.
1 low to 4 critical, 0 none; members can choose themselves.
One a line: 6: ban_user timeout=1440, flag_for_review
One a line: name = string, integer, number or boolean
As 30m or 1h
As 10m, 24h or 7d
Deciding
Going
Looking
Moving
Sound {n}
Image {n}
Video {n}
decision
from the address

Sound classes
Image classes
Text classes
Video classes
all of them
allowed




agreed to

sound
by the author
Contact details
Meanings
Toxicity


Word lists


bounce and flag
bounce, then remove
from calls



well


content has changed


given up
decided on since



denied

Domains
allowed domains


dry run
known there already
E-mail
allowed e-mail
receiver fine again
receiver disabled
receiver enabled
receiver interrupted

exactly

by everybody
from everything




no



Repetition


Google Vision
more than
at least
being tried
held back












Language model


less than
at most

mask and flag



no action reverses it

had no lasting effect

from nothing
breaker open
provider
ordered by others too




Telephone numbers

content





patterns

Other providers











by a sample
held back: personal data















yes


action is gone
Links


Speed

opened
image or video



words
Gravest first
Newest first
Oldest first

spares the author


cannot be said




only the old one

only the new one
It would have hit a moderator {n} time|It would have hit a moderator {n} times
engines and rules alone

not by me

The most reliable first
The least reliable first
^
What is meant for it waits until it is enabled.
^
Sends again what was given up since then.
^
Sends here what another receiver was sent.
^
Would fire
^
No longer
Looked at
Moderators hit
Trusted hit
Cannot be said
Users hit
content is checked
content is reported
a user is reported
a user posts
^
^

not signed


^

Read
Taken back
The person was told now

No receiver was sent it.
not told yet
As the system
High contrast
^
^
^
Text
^
an item
a text
an invented user
The provider did not sign you in. Try again.
The provider knows you, this app does not. Ask an admin to add you.
Blur media until wanted
Show media in grey
Mute videos
^
^
Always holds.
Always holds where all is known.
Contradiction.
Empty list.
Found inside of words.
Holds for many.
Never holds.
Same conditions.
Hidden by another rule.
Hides another rule.`.split(`
`),Rt={},zt=641;for(let e of`a ban_user flag_for_review,action ban block bypass custom de_escalate delete_activity delete_comment delete_message delete_reaction delete_user delete_user_messages end_call escalate flag kick_user mark_reviewed reject_appeal reopen restore shadow_block unban unblock unmask,alike content decide image,appeal accepted arrived author closed failed false newest none notifier oldest on_its_way open partly rejected reversed submitted true upheld,appealBy handler late of_user order out_of_court outcome role status,bound since until,c all any channel_count classified_as classified_count classified_share contains_url content_property entity_type flagged_count graded in_list is_staff is_trusted matching_count needs_review never not not_judged policy post_count repeated_text report_count strikes team text_length user_age user_in_list user_property user_role,cap app flags rule,court add body closed ended for_complainant for_platform implemented opened outcome partly reference title,delivery cancelled dead delivered pending superseded waiting,f act_needs_reason action action_id actions advanced_filters age ago alike allowed allowlist app_context app_wide applies_to approval_hours ask_when async auth_header auth_value ban_duration band batch_id blur by cache_seconds calls cap_per_hour carries_out cascading_action cascading_actions cascading_threshold categories category check_message_context cids_per_user class_weights classes client_id client_secret concurrency cooldown count count_evaluations custom data decision_ground decision_visibility default_policy default_region description distance distinct email enabled endpoint engines erasure_keeps exact expires_after extra_query facts fast_spam_threshold fast_spam_ttl first_message_only flag_cap_per_hour flagged_count grey group high id identical illegal_content_explanation illegal_content_legal_ground images incompatible_content_explanation incompatible_content_ground independent inputs_kept_days ip_ban irreversible is_confusable_folding_enabled is_leet_check_enabled is_plural_check_enabled is_substring_matching_enabled issuer item_id keep_needs_reason key keys kind label labels list_content lists low match_substring matching max_characters max_tokens method min_confidence min_letters min_posts min_reporter_age min_text_length modality model moderator_id money mute name not_judged ocr_rules of on_report operator options parameters per_second percent phrases policy position probation_period profile propose_from provider queues record_views reports result retention_days reverses review_feed_days role role_claim roles rule_id rule_weights rules sample scopes second_person_actions second_person_for_irreversible severity severity_descriptions shadow_ban similar similarity_distance since slow_spam_ban_duration slow_spam_threshold slow_spam_ttl source space_labels space_severity staff state_url statement steps subject takes team teams threshold time_window timeout tokens track_across_users translate_url trusted type types until url url_only user_id users value values veil_text_labels version weight weighted what window words,figure account accounts_ground_not_said accounts_on_law accounts_on_terms author automated automated_means by_basis by_category by_outcome by_restriction by_role by_trusted_flaggers complaints content decided decision detection ended for_complainant for_platform for_unfounded_complaints for_unfounded_notices ground_not_said implemented manual measures not_decided not_implemented notices notifier number on_law on_terms orders_by_authorities other_reports out_of_court own_initiative partly partly_reversed people recipients report reversed settled suspensions taken_back time_to_action time_to_decision time_to_settlement upheld warned_for_complaints warned_for_notices,found above acted always_fires below evaluated hits never_fires never_reached passed_over paused,group appGroup operate rulesGroup work,h age ago auth_value cap_per_hour client_secret cooldown list_content min_reporter_age record_views space_severity steps takes time_window window,keyGroup decide go look move,media audio image video,o action address admin ai_audio ai_image ai_text ai_video all allow already app appeal approval approved attempt audio author automod_platform_circumvention automod_semantic_filters automod_toxicity balanced ban block_list both bounce bounce_flag bounce_remove calls cancelled changed classes closed completed contains content_changed created critical dead decided_since deleted delivered delivery deny disabled domain domain_allowlist done dropped dry duplicate email email_allowlist endpoint_closed endpoint_disabled endpoint_enabled endpoint_open engine eq escalation everybody everything exists expired expiry failed false feedback flag flags flood folded gone google_vision gt gte half_open held high hold_lifted hold_placed identical image incomplete irreversible keep lead lenient link link_made llm loop low lt lte mask mask_flag medium member moderator no_inverse none not_done note nothing open openid ordered_by_others password password_set paused pending phone policy post posts proposed reader receipt refused regex released remote remove report requested resumed retention retried reversal_delivered reversed review rule running sampled scrubbed second_look seen senior shadow signed_in similar skip stated statement strict strike strings superseded test text true undone undone_already unknown_action url user users velocity_filter video view visual wait waiting withdrawn word,order gravest newest oldest,outcome does_not_hold exempt failed fires not_known not_looked_at paused quiet,ran both enabled failed shadow staff,reported machines me others people,reporters best worst,resend disable disableWhat redeliver redeliverWhat replay replayWhat,result errors fired new noLonger seen staff trusted undecided users,scope post reported_post reported_user user,side flag skip,signature holds none signed wrong,stated complete incomplete look reversed tell told unsent untold,theme auto contrast dark light,tile media texts users,tried item text user,turnedAway failed unknown,veil blur grey mute,verdict allow deny,warning always_holds always_holds_where_known contradicts empty_list inside_words matches_many never_holds same_conditions shadowed shadows`.split(`,`)){let[t,...n]=e.split(` `);for(let e of n){let n=e.replaceAll(`_`,` `);Lt[zt]||=n,Lt[zt]===`^`&&(Lt[zt]=n[0].toUpperCase()+n.slice(1)),Rt[t+`.`+e]=zt++}}function Bt(e){return typeof e==`number`?e:Rt[e]}var Vt=e=>e(),Ht=E({en:Lt}),Ut={},Wt=D(()=>(I.value.language||navigator.language.slice(0,2))===`de`?`de`:`en`),Gt=D(()=>navigator.language.startsWith(Wt.value)?navigator.language:Wt.value);async function Kt(){let e=Wt.value;if(e===`de`&&!Ht.value.de){let{de:e,codes:t}=await Vt(async()=>{let{de:e,codes:t}=await import(`./de_codes-DukaotY7.js`);return{de:e,codes:t}},[]);Ut=t,Ht.value={...Ht.value,de:e}}document.documentElement.lang=e}var qt=D(()=>Wt.value===`de`&&Ht.value.de?Ut:{});function L(e,t={}){let n=Bt(e)??e,[r,i]=(Ht.value[Wt.value]?.[n]||Lt[n]).split(`|`);return((i===void 0||t.n===1?r:i)??``).replace(/\{(\w+)\}/g,(e,n)=>{let r=t[n];return typeof r==`number`?z(r):r??``})}function R(e,t,n=t.replaceAll(`_`,` `)){let r=Bt(`${e}.${t}`);return r===void 0?n:L(r)}function z(e,t={}){return new Intl.NumberFormat(Gt.value,{maximumFractionDigits:2,...t}).format(e)}function Jt(e){return z(e,{style:`percent`,maximumFractionDigits:1})}function B({title:e,close:t,children:n,stays:r=!1}){let i=Ke(null),a=Ye();return j(()=>{let e=i.current,t=document.activeElement;return e&&!e.open&&e.showModal(),()=>{e?.open&&e.close(),t instanceof HTMLElement&&t.isConnected&&t.focus({preventScroll:!0})}},[]),v(`dialog`,{ref:i,"aria-labelledby":a,onCancel:e=>{e.preventDefault(),r||t()},onKeyDown:e=>{e.key===`Escape`&&(e.preventDefault(),r||t())}},v(`header`,null,v(`h2`,{id:a},e),!r&&v(`button`,{class:`quiet`,"aria-label":L(364),onClick:t},`✕`)),n)}var Yt=[{path:`/rules`,title:999,group:`rulesGroup`,needs:`lead`},{path:`/rules/:id`,title:999},{path:`/policies`,title:0,group:`rulesGroup`,needs:`lead`},{path:`/policies/:id`,title:0,needs:`lead`},{path:`/lists`,title:840,group:`rulesGroup`,needs:`lead`},{path:`/spam`,title:1,group:`rulesGroup`,needs:`lead`},{path:`/reporting`,title:2,group:`rulesGroup`,needs:`lead`},{path:`/strikes`,title:3,group:`rulesGroup`,needs:`lead`},{path:`/actions`,title:4,group:`operate`,needs:`lead`},{path:`/held`,title:5,group:`operate`,needs:`senior`,all:!0},{path:`/approvals`,title:323,group:`work`,all:!0},{path:`/deliveries`,title:197,group:`operate`,all:!0},{path:`/log`,title:348,group:`operate`,all:!0},{path:`/transparency`,title:281,group:`operate`,all:!0},{path:`/integrity`,title:282,group:`operate`,all:!0},{path:`/erasures/:id`,title:283,needs:`admin`},{path:`/providers`,title:6,group:`appGroup`,needs:`lead`},{path:`/members`,title:7,group:`appGroup`,needs:`admin`},{path:`/app`,title:997,group:`appGroup`,needs:`admin`}];function Xt(e){return e instanceof St?e.offline?L(381):e.status>=500?`${L(380)} ${e.request}`.trim():e.status===403?`${L(382)} ${e.message}`.trim():e.status===404?L(383):e.message:e instanceof Error?e.message:String(e)}function Zt(){return v(`p`,{class:`state loading`,role:`status`},L(366))}function Qt({children:e}){return v(`div`,{class:`state`},e??L(368))}function $t({error:e,retry:t}){return v(`div`,{class:`state problem`,role:`alert`},v(`p`,null,L(369,{why:Xt(e)})),t&&v(`button`,{onClick:t},L(365)))}var en=E([]),tn=0;function V(e,{bad:t=!1}={}){let n={id:tn+=1,text:e,bad:t};en.value=[...en.value.slice(-3),n],setTimeout(()=>rn(n.id),t?12e3:5e3)}function nn(e){V(Xt(e),{bad:!0})}function rn(e){en.value=en.value.filter(t=>t.id!==e)}function an(){return v(`div`,{class:`toasts`,role:`status`,"aria-live":`polite`},en.value.map(e=>v(`button`,{key:e.id,class:e.bad?`toast bad`:`toast`,onClick:()=>rn(e.id)},e.text)))}function on({send:e,...t}){return v(`form`,{...t,onSubmit:t=>{t.preventDefault(),e?.()}})}function sn({label:e,hint:t,error:n,children:r}){let i=Ye(),a=`${i}-about`;return v(`div`,{class:`field`},v(`label`,{htmlFor:i},e),r({id:i,"aria-describedby":t||n?a:void 0,"aria-invalid":n?!0:void 0}),(t||n)&&v(`p`,{id:a,class:n?`wrong`:`hint`},n??t))}function H({label:e,hint:t,error:n,value:r,change:i,type:a=`text`,...o}){return v(sn,{label:e,hint:t,error:n},e=>v(`input`,{type:a,...o,...e,value:r,onInput:e=>i(e.currentTarget.value)}))}function cn({label:e,hint:t,error:n,value:r,change:i,rows:a=4,...o}){return v(sn,{label:e,hint:t,error:n},e=>v(`textarea`,{...o,...e,rows:a,value:r,onInput:e=>i(e.currentTarget.value)}))}function U({label:e,hint:t,error:n,value:r,change:i,options:a}){return v(sn,{label:e,hint:t,error:n},e=>v(`select`,{...e,value:r,onChange:e=>i(e.currentTarget.value)},a.map(e=>v(`option`,{key:e.value,value:e.value},e.label))))}function ln({label:e,checked:t,change:n}){return v(`label`,{class:`check`},v(`input`,{type:`checkbox`,checked:t,onChange:e=>n(e.currentTarget.checked)}),v(`span`,null,e))}function un({label:e,on:t,send:n}){let[r,i]=A(void 0);return r&&r.after!==t&&i(void 0),v(ln,{label:e,checked:r?.after===t?r.on:t,change:e=>{i({after:t,on:e}),n(e).catch(e=>{i(void 0),nn(e)})}})}function dn(e=[]){let[t,n]=A(!1),[r,i]=A(void 0),a=r instanceof St?r.fields:{},o=e=>Object.entries(a).filter(([t])=>t===e||t.startsWith(`${e}.`)),s=e=>{let[t]=o(e),n=t?.[0].slice(e.length+1);return t&&(n?`${n}: ${t[1]}`:t[1])},c=e.some(e=>s(e)!==void 0);return{busy:t,wrong:s,within:o,problem:r!==void 0&&!c?v(`p`,{class:`wrong`,role:`alert`},r instanceof St&&r.status===409?L(379):Xt(r)):null,send:async e=>{n(!0),i(void 0);try{return await e(),!0}catch(e){return i(e),!1}finally{n(!1)}}}}function fn({title:e,children:t}){return v(`div`,{class:`page-head`},v(`h1`,null,e),t)}function pn(e,t){let[n,r]=A([]),[i,a]=A(void 0),[o,s]=A(!0),[c,l]=A(void 0),u=Ke(0),d=Ke(e);d.current=e;let f=Je(e=>{let t=u.current+=1;s(!0),l(void 0),d.current(e).then(n=>{t===u.current&&(r(t=>e?[...t,...n.rows]:n.rows),a(n.next??null),s(!1))},e=>{t===u.current&&(l(e),s(!1))})},[]);return j(()=>(r([]),a(void 0),f(null),()=>void(u.current+=1)),[JSON.stringify(t),f]),{rows:n,loading:o,error:c,more:i&&!o?()=>f(i):void 0,reload:()=>f(null),change:r}}var mn={reason1:[`1`],reason2:[`2`],reason3:[`3`],reason4:[`4`],reason5:[`5`],reason6:[`6`],reason7:[`7`],reason8:[`8`],reason9:[`9`],next:[`j`,`ArrowDown`],previous:[`k`,`ArrowUp`],open:[`o`,`Enter`],select:[`x`],selectRange:[`Shift+x`],selectPage:[`*`],close:[`Escape`],keep:[`a`],remove:[`d`],ban:[`b`],skip:[`s`],escalate:[`e`],flag:[`f`],undo:[`z`,`u`],note:[`n`],context:[`c`],unveil:[`v`],mute:[`m`],translate:[`t`],refresh:[`r`],filter:[`/`],palette:[`:`],help:[`?`],goOverview:[`g o`],goQueue:[`g q`],goUsers:[`g u`],goRules:[`g r`],goLog:[`g l`],goAppeals:[`g a`],goDeliveries:[`g d`],goContent:[`g c`],goSettings:[`g s`]},hn={gavel:mn,ozone:{...mn,next:[`ArrowRight`,`j`],previous:[`ArrowLeft`,`k`],remove:[`t`],flag:[`l`],note:[`c`],context:[`w`],translate:[`Shift+t`]},coral:{...mn,keep:[`f`],remove:[`d`],flag:[`l`],context:[`c`],skip:[`s`]}},gn=250,_n=1200,vn=D(()=>{let{preset:e,own:t}=I.value.keys;return{...hn[e],...t}}),yn=D(()=>{let e=new Map;for(let t of Object.keys(Ks))for(let n of vn.value[t])e.has(n)||e.set(n,t);return e}),bn=[],xn=``,Sn=0,Cn=0;function wn(){Cn=performance.now()}function Tn(e){if(e.ctrlKey||e.metaKey||e.altKey||e.isComposing)return``;let{key:t}=e;return[`Shift`,`Control`,`Alt`,`Meta`,`CapsLock`,`Dead`,`Tab`].includes(t)?``:/^\p{L}$/u.test(t)?e.shiftKey?`Shift+${t.toLowerCase()}`:t.toLowerCase():t}function En(e){return e instanceof HTMLElement?e.isContentEditable||e instanceof HTMLTextAreaElement||e instanceof HTMLSelectElement?!0:e instanceof HTMLInputElement&&![`checkbox`,`radio`,`button`,`submit`,`reset`].includes(e.type):!1}function Dn(e,t){return t instanceof HTMLElement?e===`Enter`||e===` `?t.closest(`a,button,summary,input`)!==null:e.startsWith(`Arrow`)?t.closest(`[role=tablist],input,video,audio`)!==null:!1:!1}function On(e,t){return bn.findLast(n=>n[t][e])?.[t][e]}function kn(){return Ys().filter(e=>On(e,`press`))}function An(e){On(e,`press`)?.(new KeyboardEvent(`keydown`))}function jn(e){if(e.defaultPrevented||!I.value.keys.on)return;let t=Tn(e);if(!t||En(e.target)||Dn(t,e.target)||document.querySelector(`dialog[open]`))return;let n=performance.now(),r=xn&&n-Sn<_n?`${xn} ${t}`:t;xn=``;let i=yn.value.get(r)??yn.value.get(t);if(i===void 0){[...yn.value.keys()].some(e=>e.startsWith(`${t} `))&&([xn,Sn]=[t,n]);return}let a=On(i,`press`);a&&Js(i)&&(e.preventDefault(),qs(i).decides&&(e.repeat||n-Cn<gn)||a(e))}function Mn(e){let t=yn.value.get(Tn(e));t&&On(t,`release`)?.(e)}window.addEventListener(`keydown`,jn),window.addEventListener(`keyup`,Mn);function Nn(e,t={}){let n=Ke({press:e,release:t});n.current.press=e,n.current.release=t,j(()=>{let e=n.current;return bn.push(e),()=>void bn.splice(bn.indexOf(e),1)},[])}var Pn=`/dashboard`;function Fn(){return{path:(location.pathname.startsWith(Pn)?location.pathname.slice(10):location.pathname)||`/`,query:new URLSearchParams(location.search)}}var In=E(Fn()),Ln=D(()=>In.value.path);window.addEventListener(`popstate`,()=>In.value=Fn());function W(e){return Pn+e}function Rn(e,{replace:t=!1}={}){let n=W(e);if(n===location.pathname+location.search)return;t?history.replaceState(null,``,n):history.pushState(null,``,n);let r=Fn().path!==In.value.path;In.value=Fn(),r&&window.scrollTo(0,0)}function G(e,{replace:t=!0}={}){let n=new URLSearchParams(In.value.query);for(let[t,r]of Object.entries(e))r===void 0||r===``?n.delete(t):n.set(t,r);let r=n.toString();Rn(In.value.path+(r?`?${r}`:``),{replace:t})}function K(e){return In.value.query.get(e)??``}function zn(e,t){let n=e.split(`/`),r=t.replace(/\/+$/,``).split(`/`);if(e===`/`)return t===`/`?{}:null;if(n.length!==r.length)return null;let i={};for(let[e,t]of n.entries()){let n=r[e]??``;if(t.startsWith(`:`))i[t.slice(1)]=Bn(n);else if(t!==n)return null}return i}function Bn(e){try{return decodeURIComponent(e)}catch{return e}}function Vn(e){if(e.defaultPrevented||e.button!==0||e.metaKey||e.ctrlKey||e.shiftKey||e.altKey)return;let t=e.target?.closest?.(`a[href]`);!(t instanceof HTMLAnchorElement)||t.target||t.hasAttribute(`download`)||t.origin===location.origin&&t.pathname.startsWith(`${Pn}/`)&&(t.pathname.startsWith(`${Pn}/sign_in`)||(e.preventDefault(),Rn(t.pathname.slice(10)+t.search)))}function q({tone:e=`plain`,children:t}){return v(`span`,{class:`badge ${e}`,title:typeof t==`string`?t:void 0},t)}var Hn={keep:`good`,delivered:`good`,done:`good`,accepted:`good`,arrived:`good`,completed:`good`,approved:`good`,closed:`good`,flag:`warn`,pending:`info`,waiting:`info`,running:`info`,on_its_way:`info`,refused:`bad`,half_open:`warn`,submitted:`info`,remove:`bad`,dead:`bad`,failed:`bad`,open:`bad`,disabled:`bad`,rejected:`plain`,shadow:`warn`};function Un(e){return Hn[e]??`plain`}function Wn({of:e}){return v(`dl`,{class:`facts`},e.map(([e,t])=>t==null||t===``||t===!1?null:v(b,null,v(`dt`,null,e),v(`dd`,null,t))))}var Gn=1200,Kn=14,qn=/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu,Jn=/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;function Yn({text:e}){let t=[],n=0;for(let r of e.matchAll(qn)){if(t.push(e.slice(n,r.index)),r[0]===`‍`||r[0]===`‌`)t.push(r[0]);else{let e=L(467,{code:`U+${(r[0].codePointAt(0)??0).toString(16).toUpperCase().padStart(4,`0`)}`});t.push(v(`span`,{class:`control`,role:`img`,"aria-label":e,title:e},Jn.test(r[0])?`⇄`:`·`))}n=r.index+r[0].length}return t.push(e.slice(n)),v(b,null,t)}function Xn(e,t){let n=[...new Set(t.flatMap(e=>[e.start,e.end]))].sort((e,t)=>e-t),r=new Map,[i,a]=[0,0];for(let t of n){for(;i<t&&a<e.length;)a+=(e.codePointAt(a)??0)>65535?2:1,i+=1;r.set(t,a)}return t.map(e=>({term:e.term,start:r.get(e.start)??0,end:r.get(e.end)??0}))}function Zn(e,t,n){let r=Xn(e,t).sort((e,t)=>e.start-t.start),i=[],a=0;for(let t of r){let[r,o]=[Math.max(t.start,a),Math.min(t.end,n)];r>=o||(r>a&&i.push({text:e.slice(a,r)}),i.push({text:e.slice(r,o),mark:t}),a=o)}return a<n&&i.push({text:e.slice(a,n)}),i}function Qn(e){let t=0;for(let n=0;n<Kn;n+=1){let r=e.indexOf(`
`,t);if(r===-1)break;if(t=r+1,n===13)return Math.min(t,Gn)}return e.length>Gn?Gn:e.length}function J({text:e,marks:t=[]}){let[n,r]=A(!1),i=Qn(e),a=i<e.length;return v(`div`,{class:`written`},v(`p`,{dir:`auto`},Zn(e,t,n?e.length:i).map(e=>e.mark?v(`mark`,{title:L(456,{term:e.mark.term})},v(Yn,{text:e.text}),e.mark.term&&e.mark.term!==e.text&&v(`small`,null,` `,e.mark.term)):v(Yn,{text:e.text})),a&&!n&&`…`,!e&&v(`span`,{class:`faint`},L(377))),a&&v(`button`,{class:`quiet`,onClick:()=>r(!n)},n?L(376):L(375,{n:z(e.length)})))}function $n({text:e}){return v(`span`,{class:`line`,dir:`auto`},v(Yn,{text:e.slice(0,300)}))}function er(e){let t=typeof e==`number`?tr(e):typeof e==`string`?nr(e):null;return t&&!Number.isNaN(t.getTime())&&Math.abs(t.getFullYear())<1e4?t:null}function tr(e){return!Number.isFinite(e)||e<=0?null:e>0x16345785d8a0000?new Date(e/1e6):e>0x5af3107a4000?new Date(e/1e3):new Date(e>1e11?e:e*1e3)}function nr(e){return e?new Date(e):null}var rr=[[`year`,31536e3],[`month`,2592e3],[`day`,86400],[`hour`,3600],[`minute`,60],[`second`,1]];function ir(e,t=Date.now()){let n=Math.round((e.getTime()-t)/1e3),r=new Intl.RelativeTimeFormat(Gt.value,{numeric:`auto`,style:`narrow`});for(let[e,t]of rr)if(Math.abs(n)>=t||e===`second`)return r.format(Math.trunc(n/t),e);return``}function ar(e){return new Intl.DateTimeFormat(Gt.value,{dateStyle:`medium`,timeStyle:`medium`}).format(e)}function or(e){return new Intl.DateTimeFormat(Gt.value,{timeStyle:`short`}).format(e)}function sr(e){let t=er(`${e}T12:00:00Z`);return t?new Intl.DateTimeFormat(Gt.value,{day:`numeric`,month:`short`}).format(t):e}function cr(e){let[t,n]=e<120?[`second`,1]:e<7200?[`minute`,60]:e<172800?[`hour`,3600]:[`day`,86400];return new Intl.NumberFormat(Gt.value,{style:`unit`,unit:t,maximumFractionDigits:0}).format(e/n)}var lr=E(Date.now());setInterval(()=>lr.value=Date.now(),15e3);function Y({at:e,full:t=!1}){let n=er(e);return n?v(`time`,{dateTime:n.toISOString(),title:ar(n)},t?ar(n):ir(n,lr.value)):v(`span`,{class:`faint`},`–`)}var ur=6e4,dr=new Map,fr=E({});async function pr(e){let t=e===`queues`?`/api/v2/moderation/queues`:`/api/v1/${e}`,n=[];for(let r=``;r!=null;){let i=await P(`get`,t,{query:e===`queues`?{}:{limit:100,cursor:r}});n.push(...i[e]??[]),r=i.next}return n}function mr(e){let t=dr.get(e);if(t&&Date.now()-t.at<ur)return t.rows;let n=pr(e);return dr.set(e,{at:Date.now(),rows:n}),n.then(t=>fr.value={...fr.value,...Object.fromEntries(t.map(t=>[`${e} ${t.id}`,t.name]))},()=>void 0),n}function hr(e,t){return t&&(mr(e),fr.value[`${e} ${t}`]||t)}var gr={mark_reviewed:`reopen`,block:`unblock`,shadow_block:`unblock`,unblock:`block`,delete_message:`restore`,delete_activity:`restore`,delete_comment:`restore`,delete_reaction:`restore`,ban:`unban`,escalate:`de_escalate`,de_escalate:`escalate`},_r=[`delete_message`,`delete_activity`,`delete_comment`,`delete_reaction`,`block`],vr=new Set([..._r,`shadow_block`,`ban`,`delete_user`]);function yr(e,t){return e.entity_type===`stream:user`?`ban`:_r.find(e=>t.includes(e))??`block`}function X(e){return R(`action`,e,``)||hr(`actions`,e)}function br(e){return R(`a`,e,``)||hr(`actions`,e)}function xr(e,t,n,r={}){let i={...r,...n&&vr.has(e)?{reason:n}:{}};return{action_type:e,item_id:t.id,...n?{decision_reason:n}:{},...Object.keys(i).length>0?{[e]:i}:{}}}function Sr(e,t){let n={item_id:e.item_id??null};if(e.action_type===`custom`){let r=e.custom?.id,i=r===void 0?void 0:t.get(r);return i===void 0?null:{...n,action_type:`custom`,custom:{id:i}}}let r=gr[e.action_type];return r===void 0?null:{...n,action_type:r}}var Cr=E({decision_reasons:[],act_needs_reason:!1,keep_needs_reason:!1,blur:!0,grey:!0,mute:!0,veil_text_labels:[],space_severity:0,space_labels:[],translate_url:``});async function wr(){Cr.value=(await F.get(`/api/v1/page_settings`)).page_settings}var Tr=D(()=>{let{media:e,veiled:t,apart:n}=I.value,{blur:r,grey:i,mute:a,veil_text_labels:o,space_severity:s,space_labels:c}=Cr.value,l=n.severity??s,u=n.labels??c,d={labels:u,...l>0&&{severity:l}};return{blur:e.blur??r,grey:e.grey??i,mute:e.mute??a,veiled:t??o,spacing:l>0||u.length>0?d:void 0}});function Er(e){return e.decision_reasons.slice(0,9)}var Dr=E(!1),Or=E(null);function kr({veiled:e,hint:t,children:n}){let[r,i]=A(!1);return e?v(`div`,{class:`veil`},r||Dr.value?n:v(`p`,{class:`faint`},t),v(`button`,{class:`quiet`,"aria-pressed":r,onClick:()=>i(!r)},L(r?463:462))):v(b,null,n)}function Ar(e){return/^(https?:|data:image\/)/i.test(e)}function jr({kind:e,url:t,number:n}){let[r,i]=A(!1),[a,o]=A(!Ar(t)),{blur:s,grey:c,mute:l}=Tr.value,u=r||Dr.value,d=L(`media.${e}`,{n});if(a)return v(`p`,{class:`broken`},v(`span`,{class:`faint`},d,`: `,L(464)),` `,v(`code`,null,t.slice(0,500)));let f=[s&&!u&&`blur`,c&&!u&&`grey`].filter(Boolean).join(` `),p=Or.value??l;return v(`figure`,{class:`media`},v(`div`,{class:f},e===`image`&&v(`img`,{src:t,alt:d,loading:`lazy`,referrerpolicy:`no-referrer`,onError:()=>o(!0)}),e===`video`&&v(`video`,{src:t,controls:u||!s,preload:`metadata`,muted:p,"aria-label":d,onError:()=>o(!0)}),e===`audio`&&v(`audio`,{src:t,controls:!0,preload:`none`,muted:p,"aria-label":d,onError:()=>o(!0)})),v(`figcaption`,{class:`row`},v(`span`,{class:`faint`},d),(s||c)&&e!==`audio`&&v(`button`,{class:`quiet`,"aria-pressed":r,onClick:()=>i(!r)},L(r?463:462))))}function Mr(e){return(e.flags??[]).flatMap(e=>(e.result??[]).filter(e=>typeof e?.provider_name==`string`&&Array.isArray(e.labels)))}function Nr(e,t){return t.filter(t=>t.text===e).flatMap(e=>e.spans??[]).map(({start:e,end:t,term:n})=>({start:e,end:t,term:n??``}))}function Pr(e,t){let{veiled:n}=Tr.value;return n.length!==0&&e.some(e=>(e.text===void 0||e.text===t)&&e.labels.some(e=>n.includes(e)))}var Fr=[[`images`,`image`],[`videos`,`video`],[`audios`,`audio`]];function Ir({item:e}){let t=e.moderation_payload??{},n=Mr(e),r=t.texts??[],i=Object.entries(t.custom??{}),a=e.masked_texts??[];return v(`section`,{class:`card stack content`,"aria-label":L(460)},e.content_changed&&v(`p`,{class:`notice`},L(444)),r.map((e,t)=>v(kr,{key:t,veiled:Pr(n,e),hint:L(465)},v(J,{text:String(e),marks:Nr(e,n)}))),Fr.map(([e,n])=>(t[e]??[]).map((t,r)=>v(jr,{key:`${e}${r}`,kind:n,url:String(t),number:r+1}))),r.length===0&&Fr.every(([e])=>!t[e]?.length)&&v(`p`,{class:`faint`},e.entity_type===`stream:user`?e.entity_id:L(377)),a.some((e,t)=>e!==r[t])&&v(`details`,null,v(`summary`,null,L(466)),a.map((e,t)=>v(J,{key:t,text:e}))),i.length>0&&v(`details`,null,v(`summary`,null,L(461)),v(Wn,{of:i.map(([e,t])=>[e,v(J,{text:typeof t==`string`?t:JSON.stringify(t)??``})])})))}function Z(e,t){let[n,r]=A({loading:!0}),i=Ke(0),a=Ke(e);a.current=e;let o=Je(()=>{let e=i.current+=1;r(e=>({...e,loading:!0})),a.current().then(t=>e===i.current&&r({data:t,loading:!1}),t=>e===i.current&&r(e=>({...e,error:t,loading:!1})))},[]),s=JSON.stringify(t),c=Ke(s);return j(()=>(c.current!==s&&r({loading:!0}),c.current=s,o(),()=>void(i.current+=1)),[s,o]),{data:n.data,error:n.error,loading:n.loading,reload:o}}function Q({of:e,children:t}){return e.error!==void 0&&e.data===void 0?v($t,{error:e.error,retry:e.reload}):e.data===void 0?v(Zt,null):v(b,null,e.error!==void 0&&v($t,{error:e.error,retry:e.reload}),t(e.data))}var Lr=4e3;function Rr(e){return R(`delivery`,e)}function zr({of:e}){let t=e.data?.deliveries.some(({state:e})=>e===`pending`||e===`waiting`)??!1;return j(()=>{if(!t)return;let n=setInterval(()=>!document.hidden&&e.reload(),Lr);return()=>clearInterval(n)},[t,e.reload]),v(`section`,{class:`card stack`,"aria-label":L(483)},v(`h2`,null,L(483)),v(Q,{of:e},({deliveries:t})=>t.length===0?v(`p`,{class:`faint`},L(484)):v(`ul`,{class:`stack`},t.map(t=>v(Br,{key:t.id,delivery:t,reload:e.reload})))))}function Br({delivery:e,reload:t}){let[n,r]=A(!1),i=e.last_attempt,a=ut(`moderator`)&&(e.state===`dead`||e.state===`pending`&&e.attempts>0),o=async()=>{r(!0);try{await F.post(`/api/v1/deliveries/{id}/retry`,{path:{id:e.id}}),V(L(487)),t()}catch(e){nn(e)}finally{r(!1)}};return v(`li`,{class:`delivery`,"data-state":e.state},v(`div`,{class:`row spread`},v(`span`,{class:`row`},v(`b`,{title:e.endpoint},br(e.action_id)||e.endpoint),v(q,{tone:Un(e.state)},Rr(e.state)),v(`span`,{class:`faint`},L(485,{n:e.attempts}))),a&&v(`button`,{disabled:n,onClick:()=>void o()},L(486))),v(`p`,{class:`hint`},v(Y,{at:e.delivered_at??i?.at??e.created_at}),i&&e.state!==`delivered`&&` · ${i.status??i.error??``} ${i.detail}`,e.state===`pending`&&e.next_attempt_at&&v(b,null,` · `,v(Y,{at:e.next_attempt_at})),e.reason&&` · ${e.reason}`))}var Vr=43200,Hr=[60,1440,10080,Vr,null],Ur=[515,516,517,518,519];function Wr(e){return Hr[e]!==null||N(`oversee`)}function Gr({who:e,reason:t,close:n,decide:r}){let[i,a]=A(t),[o,s]=A(!1),[c,l]=A(!1),u=e=>{let t=Hr[e];t!==void 0&&Wr(e)&&r(i,{...t===null?{}:{timeout:t},...o?{shadow:o}:{},...c?{delete_messages:`soft`}:{}})};return v(B,{title:L(513,{who:e}),close:n},v(`div`,{class:`stack`,onKeyDown:e=>{!En(e.target)&&!e.repeat&&/^[1-5]$/.test(e.key)&&u(Number(e.key)-1)}},v(`p`,{id:`how-long`},L(514)),v(`div`,{class:`row`,role:`group`,"aria-labelledby":`how-long`},Ur.map((e,t)=>v(`button`,{key:e,autofocus:t===0,class:`danger`,disabled:!Wr(t),onClick:()=>u(t)},L(e),` `,v(`kbd`,null,t+1)))),v(H,{label:L(373),value:i,change:a,maxLength:2e3}),v(ln,{label:L(520),checked:o,change:s}),v(ln,{label:L(521),checked:c,change:l})))}function Kr({title:e,question:t,suggestions:n=[],needed:r=!1,close:i,done:a}){let[o,s]=A(``);return v(B,{title:e,close:i},v(`form`,{onSubmit:e=>{e.preventDefault(),a(o.trim())},onKeyDown:e=>{let t=n[Number(e.key)-1];!En(e.target)&&!e.repeat&&t!==void 0&&a(t)}},n.length>0&&v(`div`,{class:`row`,role:`group`,"aria-label":t},n.map((e,t)=>v(`button`,{key:e,autofocus:t===0,onClick:()=>a(e)},e,` `,v(`kbd`,null,t+1)))),v(cn,{label:t,value:o,change:s,rows:3,maxLength:255,autofocus:n.length===0}),v(`button`,{type:`submit`,class:`primary`,disabled:r&&!o.trim()},e)))}function qr(e){let t=e.original_moderation_action?.type??``;return t===`ban`||e.entity_type===`stream:user`?`unban`:t===`block`||t===`shadow_block`?`unblock`:`restore`}function Jr(e){return e.role===`notifier`?[`block`,`ban`]:[qr(e)]}function Yr({appeal:e,decided:t}){let[n,r]=A(``),[i,a]=A(!1),[o,s]=A(!1),c=dn([`reject_appeal`,`decision_reason`]),l=async(n,r)=>{s(!1);let i;await c.send(async()=>{let t={action_type:n,appeal_id:e.id,...r};i=(await F.post(`/api/v2/moderation/submit_action`,{body:t})).auto_restore_warning})&&(V(i??L(560),{bad:i!==void 0}),await t())},u=e=>{e===`ban`?s(!0):l(e,{decision_reason:n})},d=!c.busy&&n.trim()!==``;return v(on,null,v(cn,{label:L(559),value:n,change:r,rows:2,maxLength:2e3,hint:L(621),error:c.wrong(`reject_appeal`)??c.wrong(`decision_reason`)}),v(ln,{label:L(616),checked:i,change:a}),c.problem,v(`div`,{class:`row`},Jr(e).filter(mt).map(t=>v(`button`,{key:t,disabled:!d||i,onClick:()=>u(t)},e.role===`author`?L(556):L(622,{what:X(t)}))),v(`button`,{class:`danger`,disabled:!d,onClick:()=>void l(`reject_appeal`,{reject_appeal:{decision_reason:n},...i?{unfounded:i}:{}})},L(659))),o&&v(Gr,{who:e.entity_id,reason:n,close:()=>s(!1),decide:(e,t)=>void l(`ban`,{decision_reason:n,ban:{...t,reason:e}})}))}var Xr=[`for_complainant`,`for_platform`,`partly`,`ended`];function Zr({appeal:e,changed:t}){let[n,r]=A(!1),i=e.out_of_court;return!i&&!N(`oversee`)?null:v(`section`,null,v(`div`,{class:`row spread`},v(`h2`,null,L(741)),N(`oversee`)&&v(`button`,{onClick:()=>r(!0)},L(i?14:730))),i&&v(Wn,{of:[[L(731),i.body],[L(740),i.reference],[L(737),v(Y,{at:i.opened_at,full:!0})],[L(732),i.closed_at&&v(Y,{at:i.closed_at,full:!0})],[L(692),i.outcome&&R(`court`,i.outcome)],[L(736),i.implemented&&`✓`]]}),n&&v(ei,{appeal:e,changed:t,close:()=>r(!1)}))}var Qr=e=>e?.slice(0,10)??``,$r=e=>e?`${e}T00:00:00Z`:null;function ei({appeal:e,changed:t,close:n}){let[r,i]=A(e.out_of_court??{body:``,reference:``,opened_at:new Date().toISOString(),closed_at:null,outcome:null,implemented:null}),a=dn([`body`,`reference`,`opened_at`,`closed_at`,`outcome`,`implemented`]),o=e=>i({...r,...e});return v(B,{title:L(741),close:n},v(on,{send:async()=>{let i={...r,outcome:r.closed_at?r.outcome:null,implemented:r.closed_at?r.implemented:null};await a.send(async()=>t((await F.put(`/api/v1/appeals/{id}/out_of_court`,{path:{id:e.id},body:i})).appeal))&&n()}},v(H,{label:L(731),value:r.body,change:e=>o({body:e}),error:a.wrong(`body`),required:!0}),v(H,{label:L(740),value:r.reference,change:e=>o({reference:e}),error:a.wrong(`reference`),required:!0}),v(H,{label:L(737),type:`date`,value:Qr(r.opened_at),change:e=>o({opened_at:$r(e)??``}),error:a.wrong(`opened_at`),required:!0}),v(H,{label:L(732),type:`date`,value:Qr(r.closed_at),change:e=>o({closed_at:$r(e)}),error:a.wrong(`closed_at`)}),r.closed_at&&v(b,null,v(U,{label:L(692),value:r.outcome??``,change:e=>o({outcome:e||null}),options:[{value:``,label:`–`},...Xr.map(e=>({value:e,label:R(`court`,e)}))],error:a.wrong(`outcome`)}),v(ln,{label:L(736),checked:r.implemented===!0,change:e=>o({implemented:e})})),a.problem,v(`button`,{type:`submit`,class:`primary`,disabled:a.busy},L(361))))}function ti({appeal:e,changed:t}){let[n,r]=A(``),i=dn([`text`]);return v(`details`,{open:e.notes.length>0},v(`summary`,null,L(492),` (`,z(e.notes.length),`)`),v(`ul`,{class:`stack`},e.notes.map(e=>v(`li`,{key:e.at},v(`span`,{class:`row`},v(`b`,null,e.by),` `,v(Y,{at:e.at})),v(J,{text:e.text})))),ut(`moderator`)&&v(on,{send:async()=>{await i.send(async()=>t((await F.post(`/api/v1/appeals/{id}/notes`,{path:{id:e.id},body:{text:n}})).appeal))&&r(``)}},v(H,{label:L(494),value:n,change:r,maxLength:2e3,error:i.wrong(`text`)}),i.problem,v(`button`,{type:`submit`,disabled:i.busy||!n.trim()},L(493))))}function ni({appeal:e,changed:t}){let{original_moderation_action:n,reversal:r}=e,i=e.status===`submitted`,a=pt(e.first_by);return v(`article`,{class:`card stack appeal`,tabIndex:-1,"aria-label":L(613,{who:e.user.name||e.user.id})},v(`div`,{class:`row spread`},v(`span`,{class:`row`},v(`a`,{href:W(`/users/${encodeURIComponent(e.user.id)}`)},e.user.name||e.user.id),v(q,null,R(`appeal`,e.role)),v(q,{tone:Un(e.status)},R(`appeal`,e.status)),e.outcome&&v(q,null,R(`appeal`,e.outcome)),e.late&&v(q,{tone:`warn`},L(614)),e.unfounded&&v(q,{tone:`warn`},L(615)),v(Y,{at:e.created_at})),e.review_queue_item_id&&v(`a`,{href:W(`/item/${e.review_queue_item_id}`)},L(344))),v(`div`,{class:`grid`},v(`section`,null,v(`h2`,null,L(554)),v(J,{text:e.appeal_reason}),(e.attachments??[]).map(e=>v(`code`,{key:e},e))),v(`section`,null,v(`h2`,null,L(555)),v(Wn,{of:[[L(931),n&&v(`b`,null,X(n.type))],[L(617),e.first_by||L(491)],[L(374),n&&v(Y,{at:n.created_at,full:!0})],[L(373),n?.reason&&v(J,{text:n.reason})],[L(618),e.told_at&&v(Y,{at:e.told_at,full:!0})],[L(687),e.handlers.join(`, `)],[L(619),!i&&e.decision_reason&&v(J,{text:e.decision_reason})],[L(620),r&&v(b,null,v(q,{tone:Un(r.state)},R(`appeal`,r.state)),r.deliveries.map(e=>v(`p`,{key:e.id,class:`hint`},X(e.action_id),`: `,Rr(e.state))))]]}))),v(Ir,{item:{entity_type:e.entity_type,entity_id:e.entity_id,moderation_payload:e.entity_content}}),v(Zr,{appeal:e,changed:t}),v(ti,{appeal:e,changed:t}),i&&a&&v(`p`,{class:`notice`},L(558)),i&&!a&&ut(`moderator`)&&v(Yr,{appeal:e,decided:async()=>t((await F.get(`/api/v1/appeals/{id}`,{path:{id:e.id}})).appeal)}))}var ri={status:[`submitted`,`accepted`,`rejected`],role:[`author`,`notifier`],late:[`true`,`false`],outcome:[`upheld`,`reversed`,`partly`],out_of_court:[`none`,`open`,`closed`],order:[`oldest`,`newest`]},ii=[`of_user`,`handler`];function ai(){let e=[...Object.keys(ri),...ii].map(e=>[e,K(e)]);return{status:`submitted`,...Object.fromEntries(e.filter(([,e])=>e))}}function oi(){let e=ai(),[t,n]=A(0),r=pn(async t=>{let{status:n,...r}=e,i={...r,...n===`all`?{}:{status:n},limit:25,cursor:t},{appeals:a,next:o}=await F.get(`/api/v1/appeals`,{query:i});return{rows:a,next:o}},[e]),i=e=>{let i=Math.min(Math.max(t+e,0),r.rows.length-1);n(i),document.querySelectorAll(`.appeal`)[i]?.focus()};Nn({refresh:r.reload,next:()=>i(1),previous:()=>i(-1)});let a=t=>r.change(n=>n.flatMap(n=>n.id===t.id?t.status===e.status||e.status===`all`?[t]:[]:[n]));return v(b,null,v(fn,{title:L(347)}),v(on,{class:`feed-filter`},Object.keys(ri).map(t=>v(U,{key:t,label:L(`appealBy.${t}`),value:e[t]??(t===`order`?`oldest`:``),change:e=>G({[t]:t===`status`&&!e?`all`:e}),options:[...t===`order`?[]:[{value:t===`status`?`all`:``,label:L(371)}],...ri[t].map(e=>({value:e,label:R(`appeal`,e)}))]})),ii.map(t=>v(H,{key:t,label:L(`appealBy.${t}`),type:`search`,value:e[t]??``,change:e=>G({[t]:e})}))),v(`div`,{class:`stack`},r.rows.map(e=>v(ni,{key:e.id,appeal:e,changed:a}))),r.rows.length===0&&!r.loading&&r.error===void 0&&v(Qt,null,L(557)),r.error!==void 0&&v($t,{error:r.error,retry:r.reload}),r.loading&&v(Zt,null),r.more&&v(`button`,{class:`more`,onClick:r.more},L(367)))}function si({numeric:e,width:t}){return[e&&`numeric`,t].filter(Boolean).join(` `)}function ci({caption:e,columns:t,rows:n,id:r}){return v(`table`,{class:`table`},v(`caption`,{class:`unseen`},e),v(`thead`,null,v(`tr`,null,t.map(e=>v(`th`,{key:e.title,scope:`col`,class:si(e)},e.title)))),v(`tbody`,null,n.map(e=>v(`tr`,{key:r(e)},t.map(t=>v(`td`,{key:t.title,"data-title":t.title,class:si(t)},t.cell(e)))))))}function li({pages:e,empty:t,...n}){let{rows:r,loading:i,error:a,more:o}=e;return v(b,null,r.length>0&&v(ci,{...n,rows:r}),r.length===0&&!i&&a===void 0&&v(Qt,null,t),a!==void 0&&v($t,{error:a,retry:e.reload}),i&&v(Zt,null),o&&v(`button`,{class:`more`,onClick:o},L(367)))}var ui=[`label`,`category`,`config_key`,`entity_creator_id`,`entity_type`],di={label:416,category:449,config_key:419,entity_creator_id:420,entity_type:421};function fi(e,t=0){let n=e?new Date(`${e}T00:00:00`):void 0;if(n&&!Number.isNaN(n.getTime()))return n.setDate(n.getDate()+t),n.toISOString()}function pi(){let e={};for(let t of ui)K(t)&&(e[t]=K(t));return K(`verdict`)&&(e.recommended_action=K(`verdict`)),{fields:e,since:fi(K(`since`)),until:fi(K(`until`),1)}}function mi({fields:e,since:t,until:n},r){let{entity_creator_id:i,...a}=e,o={limit:50,...a,user_id:i,since:t,until:n,cursor:r};return F.get(`/api/v1/content`,{query:o})}function hi({fields:e,since:t,until:n},r){let i={...t?{$gte:t}:{},...n?{$lt:n}:{}};return F.post(`/api/v2/moderation/review_queue`,{body:{filter:{...e,...t||n?{created_at:i}:{}},limit:50,sort:[{field:`created_at`,direction:-1}],exclude_default_action_config:!0,...r?{next:r}:{}}})}function gi(){let e=pi(),t=K(`which`)===`flagged`,n=Ke(void 0),r=pn(async r=>{if(!t&&(!r||n.current)){let{items:t,next:i,listed_since:a}=await mi(e,r);if(n.current=a,a)return{rows:t,next:i}}let{items:i,next:a}=await hi(e,r);return{rows:i,next:a}},[e,t]);return Nn({refresh:r.reload,filter:()=>document.querySelector(`.feed-filter input`)?.focus()}),v(b,null,v(fn,{title:L(346)},!t&&n.current===null&&v(`p`,{class:`hint`},L(547)),!t&&!!n.current&&v(`p`,{class:`hint`},L(548,{when:ar(er(n.current)??new Date)}))),v(on,{class:`feed-filter`},v(U,{label:L(544),value:K(`which`),change:e=>G({which:e}),options:[{value:``,label:L(545)},{value:`flagged`,label:L(546)}]}),ui.map(e=>v(H,{key:e,label:L(di[e]),value:K(e),change:t=>G({[e]:t})})),v(U,{label:L(458),value:K(`verdict`),change:e=>G({verdict:e}),options:[{value:``,label:L(371)},{value:`keep`,label:L(1106)},{value:`flag`,label:L(553)},{value:`remove`,label:L(1144)}]}),[`since`,`until`].map(e=>v(H,{key:e,label:L(`bound.${e}`),type:`date`,value:K(e),change:t=>G({[e]:t})}))),v(li,{caption:L(346),pages:r,id:e=>e.id,columns:[{title:L(550),width:`wide`,cell:e=>v(_i,{item:e})},{title:L(470),cell:e=>v(vi,{id:e.entity_creator_id,name:e.entity_creator?.name})},{title:L(551),cell:e=>v(yi,{item:e})},{title:L(458),width:`narrow`,cell:e=>v(q,{tone:Un(e.recommended_action)},R(`o`,e.recommended_action||`–`))},{title:L(552),cell:e=>e.reviewed_at?`${X(e.latest_moderator_action)} (${e.reviewed_by})`:`–`},{title:L(374),width:`narrow`,cell:e=>v(Y,{at:e.created_at})}]}))}function _i({item:e}){let t=e.moderation_payload??{},n=[t.images,t.videos,t.audios].flatMap(e=>e??[]).length,r=(e.flags??[]).filter(e=>e.type===`user_report`).length;return v(`a`,{class:`row`,href:W(`/item/${e.id}`)},v($n,{text:String(t.texts?.[0]??e.entity_id)}),n>0&&v(q,null,`${L(1246)} ${z(n)}`),r>0&&v(q,{tone:`warn`},L(450,{n:r})))}function vi({id:e,name:t}){return e?v(`a`,{href:W(`/users/${encodeURIComponent(e)}`),title:e,dir:`auto`},t||e):v(b,null,`–`)}function yi({item:e}){let t=[...new Set((e.flags??[]).flatMap(e=>e.labels??[]))];return v(`span`,{class:`row`},t.slice(0,4).map(e=>v(q,{key:e},e)),t.length>4&&v(`span`,{class:`faint`},`+`,t.length-4))}var bi=new Set([`restore`,`unblock`,`unban`,`reopen`]);function xi(e,t,n){let r=e.entity_type,i=[...t[r]??t.default??n[r]??n.default??[]].sort((e,t)=>e.order-t.order).filter(t=>Si(t,e)),a=yr(e,i.map(e=>e.action));return i.map(e=>{let t=Ci(e),n=wi(e.action,a),r=e.id&&e.description||X(e.action);return{action:e.action,title:r,...t===void 0?{}:{id:t},...n?{command:n}:{}}})}function Si(e,t){return mt(Ci(e)??e.action)?N(`oversee`)?!0:e.action!==`delete_user`&&(pt(t.reviewed_by)||!bi.has(e.action)):!1}function Ci(e){return e.custom?.id}function wi(e,t){return e===`mark_reviewed`?`keep`:e===`ban`?`ban`:e===`escalate`?`escalate`:e===t?`remove`:void 0}var Ti=[`keep`,`remove`,`ban`];function Ei({choices:e,choose:t,offered:n,secondary:r,disabled:i}){let a=e.filter(e=>Ti.includes(e.command)),o=e.filter(e=>!Ti.includes(e.command));return v(`div`,{class:`bar`,role:`group`,"aria-label":L(496)},a.map(e=>v(`button`,{key:e.action,class:e.command===`keep`?`primary`:`danger`,disabled:i,onClick:()=>t(e)},e.title,` `,e.command&&v($s,{command:e.command}))),n.map(e=>v(`button`,{key:e,disabled:i&&e!==`skip`,onClick:()=>r(e)},L(e===`note`?492:`side.${e}`),` `,v($s,{command:e}))),o.map(e=>v(`button`,{key:`${e.action} ${e.id??``}`,disabled:i,onClick:()=>t(e)},e.title,` `,e.command&&v($s,{command:e.command}))))}var Di=E(!1);function Oi({item:e}){return v(ki,{subject:{item_id:e.id}})}function ki({subject:e}){let t=Z(()=>F.get(`/api/v1/notes`,{query:{...e,limit:50}}),[e]);return v(`section`,{class:`card stack`,"aria-label":L(492)},v(`div`,{class:`row spread`},v(`h2`,null,L(492)),ut(`moderator`)&&v(`button`,{onClick:()=>Di.value=!0},L(493))),v(Q,{of:t},({notes:e})=>e.length===0?v(`p`,{class:`faint`},L(495)):v(`ul`,{class:`stack`},e.map(e=>v(`li`,{key:e.id},v(`span`,{class:`row`},v(`b`,null,e.by),` `,v(Y,{at:e.at})),v(J,{text:e.text}))))),Di.value&&v(Ai,{subject:e,close:e=>{Di.value=!1,e&&t.reload()}}))}function Ai({subject:e,close:t}){let[n,r]=A(``),i=dn([`text`]),a=async r=>{r.preventDefault(),await i.send(()=>F.post(`/api/v1/notes`,{body:{...e,text:n}}))&&t(!0)};return v(B,{title:L(493),close:()=>t(!1)},v(`form`,{onSubmit:e=>void a(e)},v(cn,{label:L(494),value:n,change:r,error:i.wrong(`text`),maxLength:2e3,autofocus:!0}),i.problem,v(`button`,{type:`submit`,class:`primary`,disabled:i.busy||!n.trim()},L(361))))}var ji=`/api/v2/moderation/review_queue`,Mi=120;function Ni(e,t){return{filter:{id:e},limit:1,lock_items:t,exclude_default_action_config:!0,...t?{lock_count:1,lock_duration:Mi}:{}}}async function Pi(e){await F.post(ji,{body:Ni(e,!0)})}function Fi(e){P(`post`,ji,{body:Ni(e,!1),keepalive:!0}).catch(()=>void 0)}var Ii=[2e3,5e3,15e3,3e4,6e4],$=E([]),Li=E(new Map),Ri=E(new Map),zi=D(()=>new Set($.value.map(e=>e.item.id))),Bi=D(()=>$.value.filter(e=>e.state===`held`)),Vi=D(()=>$.value.filter(e=>e.state===`waiting`)),Hi;function Ui(e,t){$.value=$.value.map(n=>n.id===e?{...n,...t}:n)}function Wi(e){$.value=$.value.filter(t=>t.id!==e)}function Gi(e){return e.state===`held`||e.state===`waiting`}function Ki(){return`gavel.decisions.${ct.value?.id??``}`}function qi(e,t,n){let r=Date.now(),i=e.version?{if_version:e.version}:{},a={id:wt(),item:e,body:{...t,...i},title:n,state:`held`,madeAt:r,sendAt:r+I.value.pause*1e3,tries:0};Ji(e.id);let o=new Set($.value.filter(e=>e.state===`sent`).slice(0,-50));$.value=[...$.value.filter(e=>!o.has(e)),a],Qi()}function Ji(e){if(!Li.value.has(e))return;let t=new Map(Li.value);t.delete(e),Li.value=t}async function Yi(e=$.value.findLast(e=>e.state!==`sending`)){if(!e){V(L(508));return}if(Gi(e))return Wi(e.id),Fi(e.item.id),V(L(501)),e.item;let t=Sr(e.body,Ri.value);if(!t)V(L(503,{what:e.title}),{bad:!0});else{try{await F.post(`/api/v2/moderation/submit_action`,{body:t})}catch(e){V(L(504,{what:L(497),why:Xt(e)}),{bad:!0});return}return Wi(e.id),V(L(502,{what:e.title})),e.item}}function Xi(e){Wi(e.id),Fi(e.item.id),V(L(511,{what:e.title}))}async function Zi(e=!1){let t=Date.now(),n=$.value.filter(n=>Gi(n)&&(e||n.sendAt<=t));await Promise.all(n.map($i)),Qi()}function Qi(){clearTimeout(Hi);let e=Math.min(...$.value.filter(Gi).map(e=>e.sendAt));Number.isFinite(e)&&!ot.value&&(Hi=setTimeout(()=>void Zi(),Math.max(0,e-Date.now())+5))}async function $i(e){Ui(e.id,{state:`sending`});try{e.uncertain&&await ta(e)||!(await F.post(`/api/v2/moderation/submit_action`,{body:e.body,id:e.id})).approval||V(L(639,{what:e.title})),Ui(e.id,{state:`sent`})}catch(t){if(!(t instanceof St))throw t;await na(e,t)}}async function ea(e){return(await F.get(`/api/v2/moderation/review_queue/{id}`,{path:{id:e}})).item}async function ta(e){return(await ea(e.item.id)).actions.some(t=>t.type===e.body.action_type&&pt(t.user_id)&&(er(t.created_at)?.getTime()??0)>=e.madeAt-6e4)}async function na(e,t){if(t.passing||t.status===401){let n=Ii[Math.min(e.tries,Ii.length-1)]??6e4;Ui(e.id,{state:`waiting`,tries:e.tries+1,sendAt:Date.now()+n,problem:Xt(t),uncertain:e.uncertain===!0||t.status!==401});return}let n=t.status===409,r=n?await ra(e):L(504,{what:e.title,why:Xt(t)});Wi(e.id),Fi(e.item.id),Li.value=new Map(Li.value).set(e.item.id,{text:r,isStale:n}),V(r,{bad:!0})}async function ra(e){try{let t=await ea(e.item.id);if(t.reviewed_by&&t.latest_moderator_action)return L(506,{who:t.reviewed_by,what:X(t.latest_moderator_action)})}catch{}return L(507)}function ia(){let e=localStorage.getItem(Ki());if(e)try{let t=new Set($.value.map(e=>e.id));$.value=[...JSON.parse(e).filter(e=>!t.has(e.id)).map(e=>({...e,state:`waiting`,sendAt:Date.now(),uncertain:!0})),...$.value],Qi()}catch{localStorage.removeItem(Ki())}}function aa(){for(let e of Bi.value)P(`post`,`/api/v2/moderation/submit_action`,{body:e.body,id:e.id,keepalive:!0}).catch(()=>void 0)}var oa=!1;Ee(()=>{let e=$.value.filter(e=>e.state!==`sent`);ct.value&&(e.length>0?localStorage.setItem(Ki(),JSON.stringify(e)):oa&&localStorage.removeItem(Ki()),oa=e.length>0)}),Ee(()=>{ot.value||Qi()}),window.addEventListener(`pagehide`,aa),window.addEventListener(`online`,()=>{Ct.value=!0;for(let e of Vi.value)Ui(e.id,{sendAt:Date.now()});Qi()});function sa({reasons:e,picked:t,pick:n}){let r=t!==``&&!e.some(e=>e.label===t);return v(`div`,{class:`row reasons`,role:`group`,"aria-label":L(373)},e.map((e,r)=>v(`button`,{key:e.key,"aria-pressed":t===e.label,onClick:()=>n(t===e.label?``:e.label)},e.label,` `,v($s,{command:`reason${r+1}`}))),v(`input`,{type:`text`,"aria-label":L(499),placeholder:L(499),maxLength:2e3,value:r?t:``,onInput:e=>n(e.currentTarget.value),onKeyDown:e=>{(e.key===`Enter`||e.key===`Escape`)&&e.currentTarget.blur()}}))}var ca=/^(DECISION_(VISIBILITY|MONETARY|PROVISION|ACCOUNT|GROUND)|STATEMENT_CATEGORY|KEYWORD|SOURCE|AUTOMATED_DECISION)_/;function la(e){return qt.value[e]??e.replace(ca,``).replaceAll(`_`,` `).replace(/TC$/,`OF THE TERMS`).toLowerCase()}function ua(e){return e.filter(e=>e!==void 0).map(la).join(`, `)}function da(e){let{decision_visibility:t=[],decision_monetary:n,decision_provision:r,decision_account:i}=e;return ua([...t,n,r,i])}function fa({of:e}){return v(`div`,{class:`stack`},v(Wn,{of:[[L(552),v(`b`,null,X(e.action))],[L(601),da(e)],[L(602),ua([e.decision_ground])],[L(603),e.incompatible_content_ground??e.illegal_content_legal_ground],[L(604),e.incompatible_content_explanation??e.illegal_content_explanation],[L(605),e.category&&v(b,null,la(e.category),` `,v(`span`,{lang:`en`},ua(e.category_specification??[])))],[L(606),e.facts_text],[L(607),ua([e.source_type])],[L(640),ua([e.automated_decision])],[L(696),e.ends_at&&v(Y,{at:e.ends_at,full:!0})]]}),e.missing.length>0&&v(`p`,{class:`row`},L(608),e.missing.map(e=>v(q,{key:e,tone:`warn`},R(`f`,e)))),e.text?v(`blockquote`,{lang:e.text_language},v(J,{text:e.text})):v(`p`,{class:`faint`},L(609)))}var pa=E(!1),ma=new Set([`mark_reviewed`,`restore`,`unblock`,`unban`,`reopen`,`escalate`,`de_escalate`]),ha=400;function ga({item:e,choices:t,reason:n,bodyOf:r}){let i=t.filter(e=>!ma.has(e.action)),[a,o]=A(``),s=i.find(e=>e.title===a)??i.find(e=>e.command===`remove`)??i[0];return s?v(`details`,{open:pa.value,onToggle:e=>pa.value=e.currentTarget.open},v(`summary`,null,L(598)),pa.value&&v(`div`,{class:`card stack`},v(U,{label:L(599),value:s.title,change:o,options:i.map(({title:e})=>({value:e,label:e}))}),v(_a,{key:`${e.id} ${s.title}`,reason:n,body:()=>r(s)}))):null}function _a({reason:e,body:t}){let[n,r]=A(e);return j(()=>{let t=setTimeout(()=>r(e),ha);return()=>clearTimeout(t)},[e]),v(Q,{of:Z(()=>F.post(`/api/v1/statements/preview`,{body:t()}),[n])},({statements:e,undeclared:t,opted_out:n})=>v(b,null,e.map(e=>v(fa,{key:e.id,of:e})),t.length>0&&v(`p`,{class:`notice`},L(610,{what:t.map(X).join(`, `)})),n.length>0&&v(`p`,{class:`hint`},L(611,{what:n.map(X).join(`, `)})),e.length+t.length+n.length===0&&v(`p`,{class:`faint`},L(612))))}var va=new Set([`mark_reviewed`,`restore`,`unblock`,`unban`]);function ya(e){let{act_needs_reason:t,keep_needs_reason:n}=Cr.value;return va.has(e)?n:t}function ba(e){return e.decision_reason||e.escalate?.reason||e.flag?.reason||``}function xa({item:e,choices:t,reasons:n,isStale:r,decided:i,skip:a}){let[o,s]=A({item:``,text:``}),[c,l]=A(null),u=o.item===e.id?o.text:``,d=Li.value.get(e.id),f=!ut(`moderator`)||r,p=(t,n)=>{ya(t.action_type)&&!ba(t)?V(L(498),{bad:!0}):(l(null),qi(e,t,n),i(e))},m=({id:t,action:n})=>t===void 0?xr(n,e,u,n===`ban`&&!N(`oversee`)?{timeout:Vr}:{}):{action_type:`custom`,item_id:e.id,custom:{id:t},...u?{decision_reason:u}:{}},h=t=>{if(f)return;let{id:n,action:r}=t;n===void 0&&(r===`ban`||r===`escalate`)?l({what:r,item:e}):p(m(t),t.title)},g=[...a?[`skip`]:[],...mt(`flag`)&&dt()?[`flag`]:[],`note`],_=t=>{g.includes(t)&&(t===`note`?Di.value=!0:t!==`skip`&&f||l({what:t,item:e}))},y=e=>{let n=t.find(t=>t.command===e);r?V(L(507),{bad:!0}):n&&h(n)},x={keep:()=>y(`keep`),remove:()=>y(`remove`),ban:()=>y(`ban`),escalate:()=>y(`escalate`),skip:()=>_(`skip`),flag:()=>_(`flag`),note:()=>_(`note`)};for(let[t,r]of n.entries())x[`reason${t+1}`]=()=>s({item:e.id,text:u===r.label?``:r.label});return Nn(x),v(`section`,{class:`desk`,"aria-label":L(496)},d&&v(`p`,{class:`notice`,role:`alert`},d.text),ut(`moderator`)&&v(b,null,v(sa,{reasons:n,picked:u,pick:t=>s({item:e.id,text:t})}),v(Ei,{choices:t,choose:h,offered:g,secondary:_,disabled:f}),v(ga,{item:e,choices:t,reason:u,bodyOf:m})),c?.what===`ban`&&v(Gr,{who:e.entity_creator?.name||e.entity_creator_id||e.entity_id,reason:u,close:()=>l(null),decide:(t,n)=>p(xr(`ban`,e,t,n),L(643))}),c?.what===`escalate`&&v(Kr,{title:L(655),question:L(522),close:()=>l(null),done:t=>p({action_type:`escalate`,item_id:e.id,...t?{escalate:{reason:t}}:{}},L(655))}),c?.what===`flag`&&v(Kr,{title:L(656),question:L(528),suggestions:n.map(e=>e.label),needed:!0,close:()=>l(null),done:t=>p({action_type:`flag`,flag:{entity_type:e.entity_type,entity_id:e.entity_id,reason:t}},L(656))}),c?.what===`skip`&&a&&v(Kr,{title:L(1229),question:L(523),suggestions:[L(525),L(524),L(526),L(527)],close:()=>l(null),done:t=>{l(null),a(e,t)}}))}async function Sa(){let e=new Map;for(let t of await mr(`actions`))for(let n of t.reverses??[])e.set(n,t.id);Ri.value=e}var Ca=[`content`,`image`];async function wa(e){let t=e.moderation_payload_hash,n=Object.values(e.image_hashes??{})[0],r=async t=>{let{items:n}=await F.post(`/api/v2/moderation/review_queue`,{body:{filter:{...t,reviewed:!1},limit:12,exclude_default_action_config:!0}});return{filter:t,count:n.filter(t=>t.id!==e.id).length}},[i,a]=await Promise.all([t?r({moderation_payload_hash:t}):void 0,n?r({image_hash:n}):void 0]);return{content:i,image:a}}function Ta(e){return F.get(`/api/v1/items/{id}/rules`,{path:{id:e},query:{limit:50}})}function Ea(e){return F.get(`/api/v1/reports`,{query:{item_id:e,limit:100}})}function Da(e){return F.get(`/api/v1/deliveries`,{query:{item_id:e,limit:20}})}function Oa(e){return F.get(`/api/v1/log`,{query:{item_id:e,limit:50}})}async function ka(e){let t=F.post(`/api/v2/moderation/review_queue`,{body:{filter:{entity_creator_id:e,reviewed:!0},limit:20,exclude_default_action_config:!0}}),n=F.get(`/api/v1/users/{id}/strikes`,{path:{id:e}}),[{items:r},{totals:i}]=await Promise.all([t,n]);return{decided:r,strikes:i}}var Aa=new Map;function ja(e){return e.catch(()=>void 0),e}function Ma(e){let t=`${e.id} ${e.updated_at}`,n=Aa.get(t);if(n)return n;let r={rules:ja(Ta(e.id)),reports:ja(Ea(e.id)),deliveries:ja(Da(e.id)),history:ja(Oa(e.id)),author:ja(e.entity_creator_id?ka(e.entity_creator_id):Promise.resolve({decided:[],strikes:{}})),alike:ja(wa(e))};Aa.set(t,r);for(let e of[...Aa.keys()].slice(0,-40))Aa.delete(e);return r}var Na=120;function Pa(e){let t=`${e.id} ${e.updated_at}`,[n,r]=A(``);return j(()=>{let e=setTimeout(()=>r(t),Na);return()=>clearTimeout(e)},[t]),n===t||Aa.has(t)}var Fa=new Promise(()=>void 0);function Ia(e,t,n){return n?Ma(e)[t]:Fa}function La(e){Aa.delete(`${e.id} ${e.updated_at}`)}function Ra({of:e,full:t=!1}){return v(Wn,{of:[[L(472),v(Y,{at:e?.created_at,full:t})],[L(390),z(e?.flagged_count??0)],[L(1061),z(e?.deleted_content_count??0)],[L(473),z(e?.ban_count??0)]]})}function za({item:e,about:t}){let n=e.entity_creator,r=e.entity_creator_id||(e.entity_type===`stream:user`?e.entity_id:``);return r?v(`section`,{class:`card stack`,"aria-label":L(470)},v(`div`,{class:`row spread`},v(`h2`,null,L(470)),v(`a`,{href:W(`/users/${encodeURIComponent(r)}`)},L(471))),v(`div`,{class:`row`},v(`b`,{class:`line`},n?.name||r),n?.name&&v(`code`,{class:`line`},r),n?.role&&n.role!==`user`&&v(q,null,n.role),n?.banned&&v(q,{tone:`bad`},L(474)),n?.shadow_banned&&v(q,{tone:`warn`},L(475))),v(Ra,{of:n}),v(Q,{of:t},({decided:e,strikes:t})=>v(b,null,Object.keys(t).length>0&&v(`p`,null,L(476),`:`,` `,Object.entries(t).map(([e,t])=>v(q,{key:e,tone:`warn`},hr(`strike_policies`,e),` `,z(t)))),e.length>0&&v(`details`,null,v(`summary`,null,L(477),` (`,z(e.length),`)`),v(`ul`,{class:`recent`},e.map(e=>v(`li`,{key:e.id},v(`a`,{href:W(`/item/${e.id}`)},v($n,{text:e.moderation_payload?.texts?.[0]??e.entity_id})),v(`span`,{class:`row`},v(q,null,X(e.latest_moderator_action)),v(Y,{at:e.reviewed_at}))))))))):null}var Ba=[`parent_id`,`group_id`,`conversation_id`,`channel_cid`,`reference_url`];function Va(e){let t=e.moderation_payload?.custom??{};return Ba.flatMap(e=>{let n=t[e];return typeof n==`string`&&n?[[e,n]]:[]})}function Ha(e){return/^https?:\/\//i.test(e)}async function Ua(e){let t=(e.moderation_payload?.custom??{}).channel_cid,n=typeof t==`string`&&t?{channel_cid:t}:{entity_creator_id:e.entity_creator_id};return(await F.post(`/api/v2/moderation/review_queue`,{body:{filter:n,limit:11,exclude_default_action_config:!0}})).items.filter(t=>t.id!==e.id).slice(0,10)}function Wa({item:e}){let t=Z(()=>Ua(e),[e.id]),n=Va(e),r=n.some(([e])=>e===`channel_cid`);return v(`section`,{class:`card stack`,"aria-label":L(478)},v(`h2`,null,L(478)),n.length===0&&v(`p`,{class:`faint`},L(482)),v(`dl`,{class:`facts`},n.map(([e,t])=>v(Ga,{key:e,name:e,value:t}))),v(`h3`,null,L(r?479:480)),v(Q,{of:t},e=>e.length===0?v(`p`,{class:`faint`},L(368)):v(`ul`,{class:`recent`},e.map(e=>v(`li`,{key:e.id},v(`a`,{href:W(`/item/${e.id}`)},v($n,{text:e.moderation_payload?.texts?.[0]??e.entity_id})),v(Y,{at:e.created_at}))))))}function Ga({name:e,value:t}){let[n,r]=A(!1);return v(b,null,v(`dt`,null,e),v(`dd`,null,v(J,{text:t}),Ha(t)&&(n?v(`a`,{href:t,target:`_blank`,rel:`noreferrer noopener`},L(469)):v(`button`,{class:`quiet`,onClick:()=>r(!0)},L(481)))))}function Ka({kind:e,type:t,custom:n}){let r=hr(`actions`,String(n.action_id??``));if(e===`action`||e===`review`)return t===`custom`&&r?r:X(t);let i=e===t?R(`o`,e):`${R(`o`,e)} ${R(`o`,t.replace(`${e}_`,``))}`;return r?`${i}: ${r}`:i}function qa({of:e}){return v(`section`,{class:`card stack`,"aria-label":L(488)},v(`h2`,null,L(488)),v(Q,{of:e},({entries:e})=>e.length===0?v(`p`,{class:`faint`},L(489)):v(`ol`,{class:`history`},e.map(e=>v(`li`,{key:e.id},v(`span`,{class:`row`},v(Y,{at:e.at}),` `,v(`b`,null,Ka(e)),v(`span`,{class:`faint`},L(490,{who:e.by||L(491)})),e.result!==`done`&&v(q,null,R(`o`,e.result))),e.reason&&v(J,{text:e.reason}))))))}function Ja(e){let t=Object.entries(e).flatMap(([e,t])=>{let n=t===!1?``:Ya(t);return n?`${R(`f`,e)} ${n}`:[]});return t.length>0?`: ${t.join(`; `)}`:``}function Ya(e){if(Array.isArray(e))return e.map(Ya).join(`, `);if(typeof e==`number`)return z(e);if(typeof e!=`object`||!e)return R(`o`,String(e),String(e));let{type:t,...n}=e;return typeof t==`string`?R(`c`,t)+Ja(n):JSON.stringify(e)}function Xa({item:e,rules:t,reports:n}){let r=Mr(e).filter(e=>e.provider_name!==`rule`),i=(e.flags??[]).filter(e=>e.user_id&&e.type!==`user_report`);return v(`section`,{class:`card stack`,"aria-label":L(448)},v(`h2`,null,L(448)),(e.not_judged??[]).length>0&&v(`p`,{class:`notice`},L(455,{engines:ro(e.not_judged??[])})),v(`ul`,{class:`verdicts`},r.map((e,t)=>v(`li`,{key:t,class:`row`},v(`b`,{title:e.provider_name},R(`o`,e.provider_name)),e.labels.map(e=>v(q,{key:e},e)),typeof e.score==`number`&&v(Za,{score:e.score}),e.action&&v(q,{tone:Un(e.action)},R(`o`,e.action)))),i.map((e,t)=>v(Qa,{key:t,flag:e}))),(e.flags??[]).length===0&&v(`p`,{class:`faint`},L(457)),v(Q,{of:n},e=>v($a,{reports:e.reports})),v(Q,{of:t},e=>v(eo,{rules:e.rules})))}function Za({score:e}){return v(`span`,{class:`score`},v(`meter`,{min:0,max:1,value:Math.min(1,Math.max(0,e)),"aria-hidden":`true`}),` `,z(e))}function Qa({flag:e}){return v(`li`,{class:`row`},v(`b`,null,L(454,{who:e.user_id})),(e.labels??[]).map(e=>v(q,{key:e},e)),v(Y,{at:e.created_at}),e.reason&&v(J,{text:e.reason}))}function $a({reports:e}){if(e.length===0)return null;let t=new Map;for(let n of e)for(let e of n.categories??[])t.set(e,[...t.get(e)??[],n]);return v(`div`,null,v(`h3`,null,L(2)),[...t].map(([e,t])=>v(`details`,{key:e,open:t.length<=3},v(`summary`,null,hr(`report_categories`,e),`: `,L(450,{n:t.length})),v(`ul`,{class:`stack reports`},t.map(e=>v(`li`,{key:e.id},v(`span`,{class:`row`},v(`b`,null,e.reporter_id||L(378)),` `,v(Y,{at:e.created_at})),e.reason&&v(J,{text:e.reason})))))))}function eo({rules:e}){let t=e.filter(e=>e.holds!==!1),n=e.filter(e=>e.holds===!1);return e.length===0?null:v(`div`,null,v(`h3`,null,L(999)),t.map(e=>v(to,{key:e.rule_id,rule:e,open:!0})),n.length>0&&v(`details`,null,v(`summary`,null,L(459,{n:n.length})),n.map(e=>v(to,{key:e.rule_id,rule:e}))))}function to({rule:e,open:t=!1}){let n=e.nearest_miss;return v(`details`,{open:t,class:`rule`},v(`summary`,null,e.rule_name,` `,v(`span`,{class:`faint`},`v`,e.rule_version),` `,v(no,{holds:e.holds}),` `,e.actions.map(e=>v(q,{key:e},br(e)))),v(ao,{clause:e.clause}),e.holds===!1&&n&&v(`p`,{class:`hint`},L(453),`: `,v(`span`,{lang:`en`},n.of),`: `,String(n.seen??`–`),` `,R(`o`,n.operator),` `,String(n.threshold??`–`)),e.off_because&&v(`p`,{class:`hint`,lang:`en`},e.off_because))}function no({holds:e}){return e===null?v(q,{tone:`warn`},L(452)):e?v(q,{tone:`bad`},L(451)):v(q,null,L(1190))}function ro(e){return e.map(e=>R(`o`,e)).join(`, `)}function io({type:e,text:t,asked:n,parts:r}){return Wt.value===`en`&&!r?t:R(`c`,e)+Ja(n??{})}function ao({clause:e}){let t=Object.entries(e.values??{}).filter(([,e])=>e!==null);return v(`div`,{class:`clause`,"data-holds":String(e.holds)},v(`span`,null,v(`span`,{"aria-hidden":`true`},e.holds===null?`?`:e.holds?`✓`:`✗`),v(`span`,{class:`unseen`},e.holds===null?L(452):e.holds?L(451):L(1190),`:`),` `,io(e),t.map(([e,t])=>v(`code`,{key:e},` `,e,` = `,typeof t==`object`?JSON.stringify(t):String(t)))),(e.parts??[]).map((e,t)=>v(ao,{key:t,clause:e})))}function oo({item:e,context:t,children:n}){let r=Pa(e),i=[e.id,e.updated_at,r],a=Z(()=>Ia(e,`rules`,r),i),o=Z(()=>Ia(e,`reports`,r),i),s=Z(()=>Ia(e,`history`,r),i),c=Z(()=>Ia(e,`author`,r),i),l=so(e,r);return v(`div`,{class:`panel`},v(`div`,{class:`stack main-part`},v(co,{item:e}),v(Ir,{item:e}),n,t&&v(Wa,{item:e}),v(Xa,{item:e,rules:a,reports:o})),v(`div`,{class:`stack side-part`},v(za,{item:e,about:c}),v(zr,{of:l}),v(Oi,{item:e}),v(qa,{of:s})))}function so(e,t){let n=`${e.id} ${e.updated_at}`,r=Ke(``);return Z(()=>{if(!t)return Ia(e,`deliveries`,t);let i=r.current!==n;return r.current=n,i?Ma(e).deliveries:Da(e.id)},[n,t])}function co({item:e}){return v(`div`,{class:`row item-facts`},v(`a`,{href:W(`/item/${e.id}`),class:`line`},v(`code`,null,e.entity_type),` `,v(`code`,null,e.entity_id)),v(q,{tone:Un(e.recommended_action)},L(458),`: `,R(`o`,e.recommended_action||`–`)),v(q,null,L(891),` `,z(e.severity??0)),e.escalated&&v(q,{tone:`warn`},L(408),` `,e.escalation_metadata?.reason??``),e.config_key&&v(`span`,{class:`faint`},L(419),` `,e.config_key),(e.languages??[]).length>0&&v(`span`,{class:`faint`},e.languages.join(`, `)),v(Y,{at:e.created_at}))}var lo=4e3;function uo(e){let{translate_url:t}=Cr.value,n=(e.moderation_payload?.texts??[]).join(`
`).slice(0,lo);if(!t)V(L(468));else{let e=new URL(t);e.searchParams.set(`text`,n),window.open(e,`_blank`,`noopener,noreferrer`)}}var fo=4;async function po(e,t,n,r,i){let a={batch:wt(),done:[],failed:[],ended:!1},o=[...e];r({...a}),await Promise.all(Array.from({length:fo},async()=>{for(let e=o.shift();e&&!i();e=o.shift()){try{await P(`post`,`/api/v2/moderation/submit_action`,{body:{...mo(e,t,n),batch_id:a.batch}}),a.done.push(e.id)}catch(t){a.failed.push({item:e,why:Xt(t)})}r({...a})}})),r({...a,ended:!0})}function mo(e,t,n){let r=e.version?{if_version:e.version}:{};if(t.id===void 0)return{...xr(t.action,e,n),...r};let i=n?{decision_reason:n}:{};return{action_type:`custom`,item_id:e.id,custom:{id:t.id},...i,...r}}var ho=20,go=1e3;function _o({list:e,selection:t}){let[n,r]=A(null);if(!N(`oversee`)||t.ids.size===0&&!n)return null;let i=async()=>{try{r(await e.all(go))}catch(e){nn(e)}};return v(`div`,{class:`card row bulk`,role:`region`,"aria-label":L(428,{n:t.items.length})},v(`b`,null,L(428,{n:t.items.length})),v(`button`,{onClick:()=>r(t.items),disabled:t.items.length===0},L(433,{n:t.items.length})),v(`button`,{onClick:t.all},L(430)),v(`button`,{onClick:()=>void i()},L(432)),v(`button`,{class:`quiet`,onClick:t.clear},L(431)),n&&v(yo,{buttons:e.buttons.value,items:n,close:n=>{r(null),e.putAway(n),n.length>0&&t.clear()}}))}function vo({own:e,standard:t},n){let[r=[],...i]=n.map(n=>xi(n,e,t));return r.filter(e=>e.action!==`escalate`&&i.every(t=>t.some(t=>t.action===e.action&&t.id===e.id)))}function yo({buttons:e,items:t,close:n}){let r=vo(e,t),[i,a]=A(`0`),[o,s]=A(``),[c,l]=A(``),[u,d]=A(null),f=Ke(!1),p=r[Number(i)],m=t.length,h=m>ho,g=p!==void 0&&(!h||c.trim()===String(m)),_=async()=>{p&&await po(t,p,o,d,()=>f.current)},y=u!==null&&!u.ended;return v(B,{title:L(433,{n:m}),close:()=>n(u?.done??[]),stays:y},!u&&v(on,{send:()=>g&&_()},v(U,{label:L(496),value:i,change:a,options:r.map((e,t)=>({value:String(t),label:e.title}))}),v(H,{label:L(373),value:o,change:s,maxLength:2e3}),h&&v(H,{label:L(434,{n:m}),value:c,change:l,inputMode:`numeric`,autocomplete:`off`}),v(`button`,{type:`submit`,class:`danger`,disabled:!g},L(435,{action:p?.title??``,n:m}))),u&&v(`div`,{class:`stack`,role:`status`},v(`progress`,{max:m,value:u.done.length+u.failed.length,"aria-label":L(433,{n:m})}),v(`p`,null,L(436,{done:u.done.length,n:m,failed:z(u.failed.length)})),v(`p`,{class:`hint`},L(438,{id:u.batch})),y&&v(`button`,{onClick:()=>f.current=!0},L(437)),u.failed.length>0&&v(b,null,v(`h3`,null,L(439)),v(`ul`,{class:`stack`},u.failed.map(({item:e,why:t})=>v(`li`,{key:e.id},v($n,{text:e.moderation_payload?.texts?.[0]??e.entity_id}),v(`span`,{class:`problem`},` `,t)))))))}var bo=25,xo=12,So=25,Co=class{search;spacing;items=E([]);loading=E(!0);error=E(void 0);stats=E({});buttons=E({own:{},standard:{}});elsewhere=E(new Map);shown;next;turn=0;gone=E(new Set);constructor(e,t){this.search=e,this.spacing=t,this.shown=D(()=>{let e=new Set($.value.map(e=>e.item.id)),t=this.gone.value;return this.items.value.filter(n=>!e.has(n.id)&&!t.has(n.id))})}get hasMore(){return this.next!==void 0}async load(){this.next=void 0,await this.read(void 0)}async more(){this.next!==void 0&&!this.loading.value&&await this.read(this.next)}ahead(e){this.shown.value.length-e<xo&&this.more()}async read(e){let t=this.turn+=1;this.loading.value=!0;try{let n=await F.post(`/api/v2/moderation/review_queue`,{body:{filter:this.search.filter,sort:this.search.sort.map(e=>({...e})),limit:bo,...this.spacing&&{space_severe:this.spacing},...e===void 0?{}:{next:e,exclude_default_action_config:!0}}});if(t!==this.turn)return;Te(()=>{let t=new Set(e===void 0?[]:this.items.value.map(e=>e.id)),r=n.items.filter(e=>!t.has(e.id));this.items.value=e===void 0?r:[...this.items.value,...r],e===void 0&&(this.elsewhere.value=new Map,this.gone.value=new Set,this.buttons.value={own:n.action_config,standard:n.default_action_config??{}}),this.stats.value=n.stats,this.next=n.next||void 0,this.error.value=void 0,this.loading.value=!1})}catch(e){if(t!==this.turn)return;this.error.value=e,this.loading.value=!1}}async all(e){for(;this.next!==void 0&&this.shown.value.length<e;){let e=this.items.value.length;if(await this.read(this.next),this.error.value!==void 0||this.items.value.length===e)break}return this.shown.value.slice(0,e)}putAway(e){this.gone.value=new Set([...this.gone.value,...e])}bringBack(e){let t=new Set(this.gone.value);t.delete(e),this.gone.value=t}async watch(e){let t=Math.max(0,e-5),n=this.shown.value.slice(t,t+So);if(n.length===0)return;let r=this.turn,i=await F.post(`/api/v2/moderation/review_queue`,{body:{filter:{id:{$in:n.map(e=>e.id)}},limit:So,exclude_default_action_config:!0}});if(r!==this.turn)return;let a=new Map(i.items.map(e=>[e.id,e]));Te(()=>{this.items.value=this.items.value.map(e=>{let t=a.get(e.id);return t&&(t.updated_at!==e.updated_at||t.assigned_to?.id!==e.assigned_to?.id)?t:e}),this.stats.value=i.stats,this.note(n,a)})}note(e,t){let n=new Map(this.elsewhere.value);for(let r of e){let e=t.get(r.id);e&&e.reviewed_at&&!r.reviewed_at&&!pt(e.reviewed_by)&&n.set(r.id,{who:e.reviewed_by,what:e.latest_moderator_action}),e&&!e.reviewed_at&&n.delete(r.id)}this.elsewhere.value=n}},wo=1e3;function To({item:e,buttons:t,decided:n}){let r=Pa(e),i=Z(()=>Ia(e,`alike`,r),[e.id,e.updated_at,r]),[a,o]=A(null),s=async e=>{let t=new Co({filter:{...e,reviewed:!1},sort:[{field:`created_at`,direction:1}]});await t.load(),o(await t.all(wo))};return v(b,null,v(Q,{of:i},e=>Ca.map(t=>{let n=e[t];if(!n||n.count===0)return null;let r=n.count>10?`10+`:n.count,i=new URLSearchParams(n.filter);return v(`p`,{key:t,class:`row alike`},v(`a`,{href:W(`/queue/all?${i}`)},L(`alike.${t}`,{n:r})),N(`oversee`)&&v(`button`,{type:`button`,onClick:()=>void s(n.filter).catch(nn)},L(667)))})),a&&v(yo,{buttons:t,items:a,close:t=>{o(null),t.length!==0&&(La(e),n(t))}}))}async function Eo(e){let[{item:t},n]=await Promise.all([F.get(`/api/v2/moderation/review_queue/{id}`,{path:{id:e}}),F.post(`/api/v2/moderation/review_queue`,{body:{filter:{id:e},limit:1}})]);return{item:t,own:n.action_config,standard:n.default_action_config??{}}}function Do({values:e}){let t=e.id??``,n=Z(()=>Eo(t),[t]),[r,i]=A(0),a=zi.value.has(t),o=n.data?.item;j(()=>void Sa().catch(()=>void 0),[]),j(()=>{!a&&o&&(La(o),n.reload())},[a]),Nn({refresh:()=>{o&&La(o),i(r+1),n.reload()},undo:()=>void Yi(),unveil:()=>Dr.value=!0,translate:()=>o&&uo(o),mute:()=>Or.value=!(Or.value??Tr.value.mute)},{unveil:()=>Dr.value=!1});let s=async()=>{await navigator.clipboard.writeText(location.href),V(L(530))};return v(b,null,v(fn,{title:L(344)},v(`button`,{onClick:()=>void s()},L(529))),v(Q,{of:n},e=>v(b,null,e.item.reviewed_at&&v(`p`,{class:`notice`},L(442,{who:e.item.reviewed_by,what:X(e.item.latest_moderator_action)}),` `,v(Y,{at:e.item.reviewed_at})),v(oo,{key:`${e.item.id} ${e.item.updated_at} ${r}`,item:e.item,context:!0},v(xa,{item:e.item,choices:xi(e.item,e.own,e.standard),reasons:Er(Cr.value),isStale:a,decided:()=>void 0}),v(To,{item:e.item,buttons:e,decided:()=>n.reload()})))))}var[Oo,ko,Ao]=[420,170,24];function jo({title:e,labels:t,series:n,unit:r=``,band:i}){let a=Math.max(1,...n.flatMap(e=>e.values),...(i?.high??[]).map(e=>e??0)),o=e=>ko-e/a*(ko-16),s=n.every(e=>e.values.every(e=>e===0)),c=Oo/Math.max(1,t.length),l=Math.min(28,c*.8/Math.max(1,n.length)),u=Math.ceil(t.length/6),d=e=>Number(e>t.length-2)-Number(e<1);return v(`figure`,{class:`chart`},v(`figcaption`,null,v(`span`,null,e),n.length>1&&v(`span`,{class:`legend`},n.map((e,t)=>v(`span`,{key:e.name},v(`svg`,{width:`10`,height:`10`,"aria-hidden":`true`},v(`rect`,{width:`10`,height:`10`,class:`series${t}`})),` `,e.name)))),s?v(`p`,{class:`state`},L(385)):v(`svg`,{viewBox:`0 0 ${Oo} ${ko+Ao}`,"aria-hidden":`true`},v(`line`,{x1:`0`,x2:Oo,y1:ko,y2:ko,class:`axis`}),v(`text`,{"dominant-baseline":`hanging`,class:`tick`},z(a),r),t.map((e,t)=>v(`g`,{key:e,transform:`translate(${t*c+c/2} 0)`},typeof i?.high[t]==`number`&&v(`rect`,{class:`band`,x:-c/2,y:o(i.high[t]),width:c,height:Math.max(1,o(i.low[t]??0)-o(i.high[t]))}),n.map((e,r)=>{let i=(e.values[t]??0)/a*(ko-16);return v(`rect`,{key:e.name,class:`series${r}`,x:(r-n.length/2)*l,y:ko-i,width:l-1,height:i})}),t%u===0&&v(`text`,{x:d(t)*c/2,y:ko+18,"text-anchor":[`start`,`middle`,`end`][d(t)+1],class:t/u%2==0?`tick`:`tick second`},e)))),v(`details`,null,v(`summary`,null,L(384)),v(`table`,{class:`numbers`},v(`caption`,{class:`unseen`},e),v(`thead`,null,v(`tr`,null,v(`td`,null),n.map(e=>v(`th`,{key:e.name,scope:`col`},e.name)),i&&v(`th`,{scope:`col`},i.name))),v(`tbody`,null,t.map((e,t)=>v(`tr`,{key:e},v(`th`,{scope:`row`},e),n.map(e=>v(`td`,{key:e.name},z(e.values[t]??0),r)),i&&v(`td`,null,i.high[t]===null?`–`:`${z(i.low[t]??0)}–${z(i.high[t]??0)}`)))))))}function Mo({title:e,rows:t}){let n=Math.max(1,...t.map(e=>e.value));return v(`figure`,{class:`chart`},v(`figcaption`,null,e),t.length===0&&v(`p`,{class:`state`},L(385)),v(`ul`,{class:`ranking`},t.map(e=>v(`li`,{key:e.name},v(`span`,{class:`line`,title:e.name},e.name),v(`meter`,{value:e.value,max:n,"aria-hidden":`true`}),v(`b`,null,z(e.value))))))}var No=14;function Po(){let e=Z(()=>F.get(`/api/v1/overview`,{query:{days:No}}),[]),t=Z(()=>F.post(`/api/v2/moderation/review_queue`,{body:{stats_only:!0}}),[]),n=Z(async()=>dt()?F.get(`/api/v1/log`,{query:{unread:!0,limit:5}}):void 0,[]),r=Z(()=>F.get(`/api/v1/endpoints`,{query:{limit:100}}),[]),i=Z(()=>F.get(`/api/v2/moderation/queues`),[]);return Nn({refresh:()=>{for(let a of[e,t,n,r,i])a.reload()}}),v(b,null,v(fn,{title:L(342)}),v(`dl`,{class:`tiles`},[`texts`,`media`,`users`].map(e=>v(Io,{key:e,name:L(`tile.${e}`),to:`/queue/${e}`},t.data?z(t.data.stats[e]??0):`…`)),v(Io,{name:L(386),to:`/queue/all?sort=oldest`},e.data?v(Y,{at:e.data.oldest_at}):`…`),v(Io,{name:L(387),to:`/queue/reviewed`},e.data?z(e.data.days.at(-1)?.decided??0):`…`),v(Io,{name:L(399),to:`/queue/reviewed`},typeof e.data?.median_seconds==`number`?cr(e.data.median_seconds):`–`),dt()&&v(Io,{name:L(388),to:`/log?unread=true`},n.data?z(n.data.unread):`…`)),v(`div`,{class:`grid`},v(`section`,{class:`card`},v(Q,{of:e},({days:e})=>v(jo,{title:L(389),labels:e.map(e=>sr(e.date)),series:[{name:L(390),values:e.map(e=>e.arrived)},{name:L(391),values:e.map(e=>e.decided)},{name:L(400),values:e.map(e=>e.automatic)}]}))),v(`section`,{class:`card`},v(`h2`,null,L(392)),v(Q,{of:e},({by_moderator:e})=>v(Fo,{rows:e}))),v(`section`,{class:`card`},v(Q,{of:e},({by_policy:e})=>v(Mo,{title:L(405),rows:e.map(e=>({name:e.config_key||`–`,value:e.arrived}))}))),v(`section`,{class:`card`},v(`h2`,null,L(396)),v(Q,{of:i},({queues:e})=>e.length===0?v(Qt,null,L(397)):v(`ul`,{class:`stack`},e.map(e=>v(`li`,{key:e.id,class:`row spread`},v(`a`,{href:W(`/queue/${e.id}`)},e.name),v(`span`,null,L(446,{n:e.item_count}),` `,e.oldest_at&&v(Y,{at:e.oldest_at}))))))),v(`section`,{class:`card`},v(`h2`,null,L(393)),v(Q,{of:r},({endpoints:e})=>{let t=e.filter(e=>e.state!==`closed`||e.failures>0);return t.length===0?v(Qt,null,L(394)):v(`ul`,{class:`stack`},t.map(e=>v(`li`,{key:e.id,class:`row spread`},v(`span`,{class:`line`},e.name||e.id),v(`span`,null,v(q,{tone:Un(e.state)},R(`o`,e.state)),` `,L(395,{n:e.failures})))))}))),dt()&&v(Lo,{of:n}))}function Fo({rows:e}){return e.length===0?v(Qt,null):v(ci,{caption:L(392),rows:e,id:e=>e.name,columns:[{title:L(857),cell:e=>e.name},{title:L(949),numeric:!0,cell:e=>z(e.decided)},{title:L(401),numeric:!0,cell:e=>z(e.removed)},{title:L(402),numeric:!0,cell:e=>z(e.overturned)},...e.some(e=>e.opened>0)?[{title:L(403),numeric:!0,cell:e=>z(e.opened)},{title:L(404),numeric:!0,cell:e=>z(e.severe)}]:[]]})}function Io({name:e,to:t,children:n}){return v(`div`,{class:`card tile`},v(`dt`,null,e),v(`dd`,null,v(`a`,{href:W(t)},n)))}function Lo({of:e}){return v(`section`,{class:`stack overview-failures`},v(`h2`,null,L(398)),v(Q,{of:e},e=>v(ci,{caption:L(398),rows:e?.entries??[],id:e=>e.id,columns:[{title:L(374),width:`narrow`,cell:e=>v(Y,{at:e.at})},{title:L(857),cell:e=>Ka(e)},{title:L(373),width:`wide`,cell:e=>e.reason||String(e.custom.detail??``)}]})))}var Ro={all:{title:200,filter:{reviewed:!1}},texts:{title:1247,filter:{reviewed:!1,has_text:!0},stat:`texts`},media:{title:1246,filter:{reviewed:!1,$or:[{has_image:!0},{has_video:!0},{has_audio:!0}]},stat:`media`},users:{title:1248,filter:{reviewed:!1,entity_type:`stream:user`},stat:`users`},reports:{title:2,filter:{reviewed:!1,reporter_type:`user`}},escalated:{title:408,filter:{reviewed:!1,escalated:!0}},reviewed:{title:409,filter:{reviewed:!0}}},zo={newest:[{field:`created_at`,direction:-1}],oldest:[{field:`created_at`,direction:1}],gravest:[{field:`severity`,direction:-1}]},Bo=[`label`,`severity`,`config_key`,`entity_creator_id`,`entity_type`,`moderation_payload_hash`,`image_hash`],Vo={$in:[`user`,`moderator`,`admin`]},Ho={people:{reporter_type:Vo},machines:{$nor:[{reporter_type:Vo}]},others:{reported_by_me:!1},me:{reported_by_me:!0}};function Uo(){let e={};for(let t of Bo){let n=In.value.query.get(t);n&&(e[t]=n)}return e}function Wo(e,t){let n=t?.find(t=>t.id===e),r=Ro[e]?.filter??n?.filters;if(!r)return null;let i={...r};for(let[e,t]of Object.entries(Uo()))i[e]=e===`severity`?{$gte:Number(t)||0}:t;let a=Ho[In.value.query.get(`reported`)];a&&(i.$and=[...i.$and??[],a]);let o=In.value.query.get(`sort`),s=o&&o in zo?zo[o]:void 0,c=n?.sort;return{filter:i,sort:s??(c?.length?c:zo[e===`reviewed`?`newest`:`oldest`])}}async function Go(){return(await F.get(`/api/v2/moderation/queues`)).queues}var Ko={label:416,severity:417,config_key:419,entity_creator_id:420,entity_type:421,moderation_payload_hash:422,image_hash:423};function qo({view:e,queues:t,list:n,search:r,reload:i}){let[a,o]=A(!1),s=Ke(null),c=n.stats.value,l=t.find(t=>t.id===e),u=[...Bo,`reported`].some(e=>In.value.query.get(e));Nn({filter:()=>{s.current&&(s.current.open=!0,s.current.querySelector(`input`)?.focus())}});let d=async e=>{try{await F.post(`/api/v2/moderation/queues/{id}/delete`,{path:{id:e.id},body:{}}),Rn(`/queue/all`),i()}catch(e){nn(e)}};return v(`div`,{class:`views`},v(`h1`,{class:`unseen`},L(406)),v(`nav`,{class:`tabs`,"aria-label":L(407)},Object.entries(Ro).map(([t,{title:n,stat:r}])=>v(`a`,{key:t,href:W(`/queue/${t}`),"aria-current":t===e?`page`:void 0},L(n),` `,r&&c[r]!==void 0&&v(`span`,{class:`count`},z(c[r])))),t.map(t=>v(`a`,{key:t.id,href:W(`/queue/${t.id}`),"aria-current":t.id===e?`page`:void 0,title:t.description||t.name},t.name,` `,v(`span`,{class:`count`},t.is_counting?`…`:z(t.item_count)),t.oldest_at&&v(Y,{at:t.oldest_at})))),v(`details`,{class:`filter`,ref:s,open:u},v(`summary`,null,L(414)),v(on,null,Bo.filter(e=>!e.endsWith(`_hash`)||K(e)).map(e=>v(H,{key:e,label:L(Ko[e]),value:K(e),type:e===`severity`?`number`:`text`,change:t=>G({[e]:t,item:void 0})})),v(U,{label:L(418),value:K(`reported`),change:e=>G({reported:e,item:void 0}),options:[{value:``,label:`–`},...Object.keys(Ho).map(e=>({value:e,label:L(`reported.${e}`)}))]}),v(U,{label:L(690),value:K(`sort`),change:e=>G({sort:e,item:void 0}),options:[{value:``,label:`–`},...Object.keys(zo).map(e=>({value:e,label:L(`order.${e}`)}))]}),v(`div`,{class:`row`},v(`button`,{onClick:()=>Rn(`/queue/${e}`)},L(415)),ut(`moderator`)&&v(`button`,{onClick:()=>o(!0)},L(424)),l&&(l.type===`personal_view`?pt(l.created_by):N(`oversee`)&&dt())&&v(`button`,{class:`danger`,onClick:()=>void d(l)},L(427))))),a&&v(Jo,{search:r,close:e=>{o(!1),e&&(i(),Rn(`/queue/${e}`))}}))}function Jo({search:e,close:t}){let[n,r]=A(``),[i,a]=A(!1),o=dn([`name`]),s=async r=>{r.preventDefault();let a=``;await o.send(async()=>{let{queue:t}=await F.post(`/api/v2/moderation/queues`,{body:{name:n,type:i?`operational_queue`:`personal_view`,filters:e.filter,sort:e.sort.map(e=>({...e}))}});a=t.id})&&t(a)};return v(B,{title:L(424),close:()=>t()},v(`form`,{onSubmit:e=>void s(e)},v(H,{label:L(425),value:n,change:r,error:o.wrong(`name`),required:!0,maxLength:255}),N(`oversee`)&&dt()&&v(ln,{label:L(426),checked:i,change:a}),v(`p`,{class:`hint`},Object.keys({...e.filter,...Uo()}).join(`, `)),o.problem,v(`button`,{type:`submit`,class:`primary`,disabled:o.busy},L(361))))}var Yo=45e3,Xo=250;function Zo(e,t){let n=e?.id;j(()=>{if(!n||t)return;if(!ut(`moderator`)){let e=setTimeout(()=>void F.get(`/api/v2/moderation/review_queue/{id}`,{path:{id:n}}).catch(()=>void 0),Xo);return()=>clearTimeout(e)}let e,r=()=>{document.hidden||(e=Pi(n).catch(()=>void 0))},i=setTimeout(r,Xo),a=setInterval(r,Yo),o=()=>!zi.value.has(n)&&Fi(n),s=()=>void(e&&o());return document.addEventListener(`visibilitychange`,r),window.addEventListener(`pagehide`,s),()=>{clearTimeout(i),clearInterval(a),document.removeEventListener(`visibilitychange`,r),window.removeEventListener(`pagehide`,s),e?.then(o)}},[n,t])}function Qo(){let e=I.value.break_after;j(()=>{if(e<=0)return;let t=setInterval(()=>V(L(447,{n:e})),e*6e4);return()=>clearInterval(t)},[e])}var $o=12,es=6;function ts(e,t,n){let[r,i]=A(0),[a,o]=A(0);return j(()=>{let r=()=>{let r=e.current?.getBoundingClientRect(),a=e.current?.querySelector(`ol`)?.getBoundingClientRect();if(!r||!a)return;let s=Math.max(0,r.top)-a.top,c=Math.min(innerHeight,r.bottom)-a.top;i(Math.floor(Math.max(0,s)/64/es)*es),o(Math.ceil(Math.max(0,c-s)/64)),c>(t-2)*64&&n()};return r(),document.addEventListener(`scroll`,r,{capture:!0,passive:!0}),window.addEventListener(`resize`,r),()=>{document.removeEventListener(`scroll`,r,{capture:!0}),window.removeEventListener(`resize`,r)}},[t,n]),{from:Math.max(0,Math.min(r,t)-$o),to:Math.min(t,r+a+es+$o)}}function ns(e,t){if(e.scrollHeight<=e.clientHeight)return;let n=t*64;n<e.scrollTop?e.scrollTop=n:n+64>e.scrollTop+e.clientHeight&&(e.scrollTop=n+64-e.clientHeight)}function rs({list:e,index:t,selection:n,pick:r}){let i=e.shown.value,a=Ke(null),o=Je(()=>void e.more(),[e]),{from:s,to:c}=ts(a,i.length,o);return j(()=>{a.current&&ns(a.current,t)},[i[t]?.id]),v(`div`,{class:`rows`,ref:a},v(`ol`,{"aria-label":L(412),style:{paddingTop:`${s*64}px`,paddingBottom:`${(i.length-c)*64}px`}},i.slice(s,c).map((a,o)=>{let c=s+o;return v(`li`,{key:a.id,class:`item-row`,"aria-setsize":e.hasMore?-1:i.length,"aria-posinset":c+1,"data-present":c===t,"data-stale":e.elsewhere.value.has(a.id)},N(`oversee`)&&v(`label`,null,v(`input`,{type:`checkbox`,"aria-label":`${L(429)} ${c+1}`,checked:n.ids.has(a.id),onClick:e=>{e.shiftKey?n.range(c):n.toggle(c)}})),v(`button`,{"aria-current":c===t?`true`:void 0,onClick:()=>r(c)},v(is,{item:a,elsewhere:e.elsewhere.value.get(a.id)?.what})))})),e.error.value!==void 0&&v($t,{error:e.error.value,retry:()=>void e.more()}),e.hasMore&&v(`button`,{class:`more`,disabled:e.loading.value,onClick:()=>void e.more()},L(e.loading.value?366:367)))}function is({item:e,elsewhere:t}){let n=[...new Set((e.flags??[]).flatMap(e=>e.labels??[]))],r=e.moderation_payload??{},i=(r.images?.length??0)+(r.videos?.length??0)+(r.audios?.length??0),a=e.assigned_to&&!pt(e.assigned_to.id)?e.assigned_to:void 0;return v(b,null,v($n,{text:String(r.texts?.[0]??(i>0?`${L(1246)} ${i}`:e.entity_id))}),v(`span`,{class:`row`},v(q,{tone:Un(e.recommended_action)},R(`o`,e.recommended_action||`–`)),t!==void 0&&v(q,null,X(t)),a&&v(q,{tone:`info`},L(441,{who:a.name||a.id})),Li.value.has(e.id)&&v(q,{tone:`bad`},`!`),v(`span`,{class:`line labels`},n.slice(0,3).join(`, `)),v(Y,{at:e.created_at})))}function as(e){let[t,n]=A(new Set),[r,i]=A(0);return{ids:t,items:e.filter(e=>t.has(e.id)),toggle:r=>{let a=e[r]?.id;if(a===void 0)return;let o=new Set(t);o.delete(a)||o.add(a),n(o),i(r)},range:i=>{let[a,o]=r<i?[r,i]:[i,r];n(new Set([...t,...e.slice(a,o+1).map(e=>e.id)]))},all:()=>n(new Set(e.map(e=>e.id))),clear:()=>n(new Set)}}var os=4e3,ss=1e4;function cs({list:e,wanted:t}){let n=e.shown.value,r=n.findIndex(e=>e.id===t),[i,a]=A(0),o=r>=0?r:Math.min(i,n.length-1),s=n[o],c=s&&e.elsewhere.value.get(s.id),l=Er(Cr.value),[u,d]=A(0),[f,p]=A(!1),[m,h]=A(t!==``),g=as(n);Qo(),Zo(s,c!==void 0),j(()=>void Sa().catch(()=>void 0),[]);let _=e=>{let t=n[e];t&&(a(e),G({item:t.id}))};j(()=>{wn(),Dr.value=!1,o>=0&&a(o),e.ahead(o);let t=n[o+1],r=setTimeout(()=>t&&Ma(t),120);return()=>clearTimeout(r)},[s?.id]),j(()=>{let t=setInterval(()=>{document.hidden||e.watch(o).catch(()=>void 0)},os);return()=>clearInterval(t)},[e,o]);let y=n.length===0&&!e.loading.value;j(()=>{if(!y)return;let t=setInterval(()=>void e.load(),ss);return()=>clearInterval(t)},[y,e]),Nn({next:()=>_(o+1),previous:()=>_(o-1),open:()=>s&&Rn(`/item/${s.id}`),context:()=>p(!f),refresh:()=>{s&&La(s),d(u+1),e.load().then(()=>V(L(445)))},undo:()=>{Yi().then(t=>{t&&(e.bringBack(t.id),G({item:t.id}))})},unveil:()=>Dr.value=!0,translate:()=>s&&uo(s),mute:()=>Or.value=!(Or.value??Tr.value.mute),close:()=>g.clear(),select:()=>g.toggle(o),selectRange:()=>g.range(o),selectPage:()=>g.all()},{unveil:()=>Dr.value=!1});let x=t=>{let r=n.findIndex(e=>e.id===t.id),i=n.filter((t,n)=>n>r&&!e.elsewhere.value.has(t.id))[0]??n[r-1];a(Math.max(0,r)),G({item:i?.id??``})},ee=(t,n)=>{e.putAway([t.id]),x(t);let r={item_id:t.id,...n?{reason:n}:{}};F.post(`/api/v1/skips`,{body:r}).catch(n=>{e.bringBack(t.id),nn(n)})};if(e.error.value!==void 0&&n.length===0)return v($t,{error:e.error.value,retry:()=>void e.load()});if(e.loading.value&&n.length===0)return v(Zt,null);if(!s)return v(Qt,null,v(`p`,null,L(410)),v(`p`,{class:`hint`},L(411)));let{own:S,standard:te}=e.buttons.value;return v(b,null,v(_o,{list:e,selection:g}),v(`div`,{class:`queue`,"data-open":m?`item`:`list`},v(rs,{list:e,index:o,selection:g,pick:e=>{h(!0),_(e)}}),v(`article`,{class:`present`,"aria-label":L(344)},v(`button`,{class:`back`,onClick:()=>h(!1)},`← `,L(413)),c&&v(`p`,{class:`notice`,role:`status`},ls(c)),s.assigned_to&&!pt(s.assigned_to.id)&&!c&&v(`p`,{class:`notice`},L(440,{who:s.assigned_to.name||s.assigned_to.id})),v(`div`,{class:c?`stale`:void 0},v(oo,{key:`${s.id} ${u}`,item:s,context:f},v(xa,{item:s,choices:xi(s,S,te),reasons:l,isStale:c!==void 0,decided:e=>{La(e),x(e)},skip:ee}),v(To,{item:s,buttons:e.buttons.value,decided:t=>{e.putAway(t),t.includes(s.id)&&x(s)}}))),v(`p`,{class:`hint`},v($s,{command:`next`}),` `,L(580),` · `,v($s,{command:`context`}),` `,L(589),` ·`,` `,v($s,{command:`help`}),` `,L(596)))))}function ls({who:e,what:t}){let n={who:e,what:t?X(t):`–`};return L(e?442:443,n)}function us({values:e}){let t=Z(Go,[]),n=e.view??`all`;return v(Q,{of:t},e=>v(ds,{view:n,queues:e,saved:t}))}function ds({view:e,queues:t,saved:n}){let{query:r}=In.value,i=Wo(e,t),{spacing:a}=Tr.value,o=JSON.stringify([i,a]),s=qe(()=>i?new Co(i,a):null,[o]);return j(()=>void s?.load(),[s]),!s||!i?v(Qt,null,L(338)):v(b,null,v(qo,{view:e,queues:t,list:s,search:i,reload:n.reload}),v(cs,{key:o,list:s,wanted:r.get(`item`)??``}))}function fs({label:e,of:t}){let n=K(`part`),r=t.find(e=>e.id===n)??t[0];return v(b,null,v(`nav`,{class:`parts`,"aria-label":e},t.map((e,t)=>v(`a`,{key:e.id,href:W(Ln.value)+(t>0?`?part=${e.id}`:``),"aria-current":e===r?`page`:void 0},e.title))),v(`div`,{key:r?.id,class:`stack`},r?.view()))}var ps=30,ms=e=>new Date(Date.now()-e*864e5).toISOString().slice(0,10);function hs(){let[e,t]=A(ms(ps)),[n,r]=A(ms(-1)),i=Z(()=>F.get(`/api/v1/agreement`,{query:{from:`${e}T00:00:00Z`,to:`${n}T00:00:00Z`}}),[e,n]);return v(b,null,v(`p`,{class:`hint`},L(633)),v(on,{class:`feed-filter`},v(H,{label:L(695),type:`date`,value:e,change:e=>e&&t(e)}),v(H,{label:L(696),type:`date`,value:n,change:e=>e&&r(e)})),v(Q,{of:i},({policies:e,complete:t})=>v(b,null,!t&&v(`p`,{class:`notice`},L(634)),e.length===0?v(Qt,null):v(ci,{caption:L(624),rows:e,id:e=>e.policy,columns:[{title:L(419),cell:e=>v(`b`,null,e.policy)},{title:L(295),numeric:!0,width:`narrow`,cell:e=>z(e.items)},{title:L(635),numeric:!0,cell:e=>Jt(e.agreed/Math.max(1,e.items))},{title:`Krippendorff α`,width:`wide`,cell:e=>e.alpha===null?L(636):v(b,null,v(`b`,null,z(e.alpha)),` `,e.low!==null&&e.high!==null&&v(`span`,{class:`faint`},L(637,{low:e.low,high:e.high})))}]}))))}function gs(){return v(b,null,v(fn,{title:L(597)}),v(fs,{label:L(597),of:[...N(`decide`)?[{id:`looks`,title:L(623),view:()=>v(_s,null)}]:[],...N(`oversee`)?[{id:`agreement`,title:L(624),view:()=>v(hs,null)}]:[]]}))}function _s(){let e=pn(async e=>{let{second_looks:t,next:n}=await F.get(`/api/v1/second_looks`,{query:{limit:25,cursor:e}});return{rows:t,next:n}},[]),[t,n]=A(``),r=dn([`reason`]),i=e.rows[0],a=async a=>{if(!i||r.busy)return;let o={verdict:a,...t?{reason:t}:{}};await r.send(()=>F.post(`/api/v1/second_looks/{id}`,{path:{id:i.id},body:o}))&&(V(L(631)),n(``),wn(),e.rows.length===1&&e.more&&e.more(),e.change(e=>e.slice(1)))};return Nn({refresh:e.reload,keep:()=>void a(`keep`),remove:()=>void a(`act`)}),v(b,null,v(`p`,{class:`hint`},L(625)),e.error!==void 0&&v($t,{error:e.error,retry:e.reload}),i&&v(`article`,{class:`stack`,"aria-label":L(626)},v(`p`,{class:`row`},v(`b`,null,L(627,{policy:i.policy})),v(`span`,{class:`faint`},i.entity_type),i.languages.length>0&&v(`span`,{class:`faint`},i.languages.join(`, `)),i.labels.map(e=>v(q,{key:e},e))),v(Ir,{key:i.id,item:vs(i)}),v(H,{label:L(373),value:t,change:n,maxLength:500,error:r.wrong(`reason`)}),r.problem,v(`div`,{class:`bar`},v(`button`,{class:`primary`,disabled:r.busy,onClick:()=>void a(`keep`)},L(628),` `,v($s,{command:`keep`})),v(`button`,{class:`danger`,disabled:r.busy,onClick:()=>void a(`act`)},L(629),` `,v($s,{command:`remove`})),v(`span`,{class:`faint`},L(630,{n:`${z(e.rows.length)}${e.more?`+`:``}`})))),e.loading&&v(Zt,null),!i&&!e.loading&&e.error===void 0&&v(Qt,null,L(632)))}function vs(e){let t=[{result:[{provider_name:``,labels:e.labels}]}];return{entity_type:e.entity_type,moderation_payload:e.content,flags:t}}function ys({notice:e,embedded:t=!1}){let[n,r]=A({password:!0,providers:[]});j(()=>{xt().then(r,()=>void 0)},[]);let i=v(b,null,e&&v(`p`,{class:`notice`,role:`alert`},e),gt.value&&v(`p`,{class:`notice`,role:`alert`},L(`turnedAway.${gt.value}`)),n.password&&v(bs,null),n.providers.map(e=>v(`a`,{key:e.id,class:`button`,href:`/dashboard/sign_in/${encodeURIComponent(e.id)}`},L(352,{provider:e.label}))));return t?i:v(`main`,{class:`sign-in`},v(`h1`,null,`Gavel`),i)}function bs(){let[e,t]=A(``),[n,r]=A(``),[i,a]=A(!1),o=dn();return v(`form`,{onSubmit:t=>{t.preventDefault(),a(!1),o.send(async()=>{try{await vt(e,n)}catch(e){if(!(e instanceof St)||e.status!==401)throw e;a(!0)}})}},v(H,{label:L(857),value:e,change:t,autocomplete:`username`,required:!0}),v(H,{label:L(351),type:`password`,value:n,change:r,autocomplete:`current-password`,required:!0}),i&&v(`p`,{class:`wrong`,role:`alert`},L(354)),o.problem,v(`button`,{type:`submit`,class:`primary`,disabled:o.busy},L(349)))}function xs(){return v(B,{title:L(356),close:()=>void 0,stays:!0},v(`p`,null,L(357)),v(Ss,{needsOld:!1}))}function Ss({needsOld:e,done:t}){let[n,r]=A(``),[i,a]=A(``),[o,s]=A(``),c=dn([`password`,`old`]),l=o!==``&&i!==o,u=async l=>{l.preventDefault(),i===o&&await c.send(()=>bt(i,e?n:void 0))&&(r(``),a(``),s(``),t?.())};return v(`form`,{onSubmit:e=>void u(e)},e&&v(H,{label:L(360),type:`password`,value:n,change:r,error:c.wrong(`old`),autocomplete:`current-password`,required:!0}),v(H,{label:L(355),type:`password`,value:i,change:a,error:c.wrong(`password`),autocomplete:`new-password`,required:!0}),v(H,{label:L(358),type:`password`,value:o,change:s,error:l?L(359):void 0,autocomplete:`new-password`,required:!0}),c.problem,v(`button`,{type:`submit`,class:`primary`,disabled:c.busy||l},L(361)))}function Cs(e,t){return Object.keys(Ks).find(n=>n!==t&&vn.value[n].includes(e))}function ws({change:e}){let[t,n]=A(null),r=I.value.keys.own;return v(b,null,v(`ul`,{class:`key-table`},Ys().map(e=>v(`li`,{key:e},v(`span`,null,L(qs(e).title),e.startsWith(`reason`)&&` ${e.slice(6)}`),v($s,{command:e}),v(`button`,{class:`quiet`,onClick:()=>n(e),"aria-label":`${L(573)}: ${L(qs(e).title)}`},L(573))))),Object.keys(r).length>0&&v(`button`,{onClick:()=>e({})},L(576)),t&&v(Ts,{command:t,close:()=>n(null),take:i=>{e({...r,[t]:[i]}),n(null)}}))}function Ts({command:e,close:t,take:n}){let[r,i]=A(``);return j(()=>{let t=t=>{let r=Tn(t);if(!r||r===`Escape`||r===`Enter`||r===` `)return;t.preventDefault();let a=Cs(r,e);a?i(L(575,{key:Qs(r),command:L(qs(a).title)})):n(r)};return window.addEventListener(`keydown`,t,!0),()=>window.removeEventListener(`keydown`,t,!0)},[e,n]),v(B,{title:L(qs(e).title),close:t},v(`p`,null,L(574)),r&&v(`p`,{class:`wrong`,role:`alert`},r))}function Es(e){It(e).catch(e=>{e instanceof St?V(L(577),{bad:!0}):nn(e)})}function Ds(e){return e.split(`
`).map(e=>e.trim()).filter(Boolean).slice(0,100)}function Os(e,t){let n=Number.parseInt(e,10);return Number.isFinite(n)?Math.min(t,Math.max(0,n)):0}function ks(){let{theme:e,language:t,media:n,keys:r,pause:i,apart:a,break_after:o}=I.value,{veiled:s,spacing:c}=Tr.value,[l,u]=A(s.join(`
`)),[d,f]=A(c?.labels.join(`
`)??``);return v(b,null,v(fn,{title:L(52)}),v(`div`,{class:`grid`},v(`section`,{class:`card stack`},v(`h2`,null,L(561)),v(U,{label:L(562),value:e,change:e=>Es({theme:e}),options:[`auto`,`light`,`dark`,`contrast`].map(e=>({value:e,label:L(`theme.${e}`)}))}),v(U,{label:L(563),value:t,change:e=>Es({language:e}),options:[{value:``,label:L(564)},{value:`en`,label:`English`},{value:`de`,label:`Deutsch`}]})),v(`section`,{class:`card stack`},v(`h2`,null,L(566)),[`blur`,`grey`,`mute`].map(e=>v(ln,{key:e,label:L(`veil.${e}`),checked:Tr.value[e],change:t=>Es({media:{...n,[e]:t}})})),v(cn,{label:L(567),hint:L(568),value:l,rows:3,change:e=>{u(e),Es({veiled:Ds(e)})}}),v(U,{label:L(902),value:String(c?.severity??0),change:e=>Es({apart:{...a,severity:Number(e)}}),options:[`–`,`low`,`medium`,`high`,`critical`].map((e,t)=>({value:String(t),label:R(`o`,e)}))}),v(cn,{label:L(901),hint:L(568),value:d,rows:3,change:e=>{f(e),Es({apart:{...a,labels:Ds(e)}})}}),v(H,{label:L(569),type:`number`,min:`0`,max:`480`,value:String(o),change:e=>Es({break_after:Os(e,480)})})),v(`section`,{class:`card stack`},v(`h2`,null,L(1015)),v(U,{label:L(565),value:String(i),change:e=>Es({pause:Number(e)}),options:[`5`,`6`,`7`,`8`,`9`,`10`].map(e=>({value:e,label:e}))}),v(`h2`,null,L(351)),v(Ss,{needsOld:!0,done:()=>V(L(362))})),v(`section`,{class:`card stack`},v(`h2`,null,L(570)),v(ln,{label:L(571),checked:r.on,change:e=>Es({keys:{...r,on:e}})}),v(U,{label:L(572),value:r.preset,change:e=>Es({keys:{...r,preset:e,own:kt.keys.own}}),options:[{value:`gavel`,label:`Gavel`},{value:`ozone`,label:`Ozone`},{value:`coral`,label:`Coral`}]}),v(ws,{change:e=>Es({keys:{...r,own:e}})}))))}async function As(e){if(!e)return[];let t=async e=>{let t=JSON.stringify({filter_conditions:e,limit:30});return(await F.get(`/api/v2/users`,{query:{payload:t}})).users},[n,r]=await Promise.all([t({id:{$in:[e]}}),t({name:{$autocomplete:e}}).catch(()=>[])]);return[...n,...r.filter(e=>e.id!==n[0]?.id)]}function js(){let e=K(`find`),[t,n]=A(e),r=Z(()=>As(e),[e]),i=pn(async e=>{let t=await F.post(`/api/v2/moderation/review_queue`,{body:{filter:{entity_type:`stream:user`},limit:50,exclude_default_action_config:!0,...e?{next:e}:{}}});return{rows:t.items,next:t.next}},[]);return Nn({refresh:i.reload,filter:()=>document.querySelector(`.find input`)?.focus()}),v(b,null,v(fn,{title:L(1248)}),v(on,{class:`find`,send:()=>G({find:t.trim()},{replace:!1})},v(H,{label:L(531),type:`search`,value:t,change:n,hint:L(532)}),v(`div`,{class:`row`},v(`button`,{type:`submit`,class:`primary`},L(370)),v(`button`,{disabled:!t.trim(),onClick:()=>Rn(`/users/${encodeURIComponent(t.trim())}`)},L(542)))),e&&r.data&&r.data.length>0&&v(ci,{caption:L(370),rows:r.data,id:e=>e.id,columns:[{title:L(857),cell:e=>v(Ms,{id:e.id,name:e.name??``})},{title:L(881),cell:e=>e.role},{title:L(694),cell:e=>v(Ns,{banned:e.banned})},{title:L(472),cell:e=>v(Y,{at:e.created_at})}]}),e&&r.data?.length===0&&v(`p`,{class:`state`},L(368)),v(`h2`,{class:`section`},L(543)),v(li,{caption:L(543),pages:i,id:e=>e.id,columns:[{title:L(857),cell:e=>v(Ms,{id:e.entity_id,name:e.entity_creator?.name??``})},{title:L(694),cell:e=>v(Ns,{banned:e.entity_creator?.banned??!1})},{title:L(533),numeric:!0,cell:e=>z(e.entity_creator?.flagged_count??0)},{title:L(401),numeric:!0,cell:e=>z(e.entity_creator?.deleted_content_count??0)},{title:L(473),numeric:!0,cell:e=>z(e.entity_creator?.ban_count??0)},{title:L(374),cell:e=>v(Y,{at:e.updated_at})}]}))}function Ms({id:e,name:t}){return v(`a`,{href:W(`/users/${encodeURIComponent(e)}`)},t||e,` `,t&&v(`code`,null,e))}function Ns({banned:e}){return e?v(q,{tone:`bad`},L(474)):v(q,{tone:`good`},L(534))}var Ps=14;async function Fs(e){let t=F.post(`/api/v2/moderation/review_queue`,{body:{filter:{entity_creator_id:e},limit:1,exclude_default_action_config:!0}}),n=F.get(`/api/v2/users`,{query:{payload:JSON.stringify({filter_conditions:{id:{$in:[e]}},limit:1})}}),[{items:r},{users:i}]=await Promise.all([t,n]);return{creator:r[0]?.entity_creator??i[0],bans:r[0]?.bans??[]}}async function Is(e){let[t,n]=await Promise.all([F.get(`/api/v1/reports`,{query:{user_id:e,limit:20}}),F.get(`/api/v1/reports`,{query:{reporter_id:e,limit:20}})]);return{about:t.reports,by:n.reports}}function Ls({values:e}){let t=e.id??``,n=Z(()=>Fs(t),[t]),r=Z(()=>F.get(`/api/v1/users/{id}/strikes`,{path:{id:t}}),[t]),i=dt(),a=Z(async()=>i?Is(t):void 0,[t]),o=Z(async()=>i?F.get(`/api/v1/log`,{query:{user_id:t,limit:100}}):{entries:[]},[t]),s=pn(async e=>{let n=await F.post(`/api/v2/moderation/review_queue`,{body:{filter:{entity_creator_id:t},limit:25,exclude_default_action_config:!0,...e?{next:e}:{}}});return{rows:n.items,next:n.next}},[t]),c=()=>{n.reload(),o.reload()};return Nn({refresh:c,note:()=>Di.value=!0}),v(b,null,v(`div`,{class:`page-head`},v(`h1`,null,L(345),` `,v($n,{text:n.data?.creator?.name||t})),i&&v(Hs,{id:t,profile:n,changed:c}),N(`administer`)&&v(`a`,{class:`button`,href:W(`/erasures/+new?user=${encodeURIComponent(t)}`)},L(638))),v(`div`,{class:`grid`},v(`section`,{class:`card stack`},v(Q,{of:n},({creator:e})=>v(Rs,{creator:e})),v(Q,{of:r},({strikes:e,totals:t})=>v(zs,{given:e,totals:t}))),i&&v(`section`,{class:`card`},v(Q,{of:o},({entries:e})=>v(Bs,{entries:e}))),v(ki,{subject:{target_user_id:t}}),i&&v(`section`,{class:`card stack`},v(Q,{of:a},e=>v(b,null,v(Vs,{title:L(535),reports:e?.about??[]}),v(Vs,{title:L(536),reports:e?.by??[]}))))),v(`div`,{class:`row spread section`},v(`h2`,null,L(412)),v(`a`,{href:W(`/content?entity_creator_id=${encodeURIComponent(t)}`)},L(549))),v(li,{caption:L(412),pages:s,id:e=>e.id,columns:[{title:L(550),width:`wide`,cell:e=>v(`a`,{href:W(`/item/${e.id}`)},v($n,{text:String(e.moderation_payload?.texts?.[0]??e.entity_id)}))},{title:L(458),cell:e=>v(q,{tone:Un(e.recommended_action)},R(`o`,e.recommended_action||`–`))},{title:L(552),cell:e=>e.reviewed_at?`${X(e.latest_moderator_action)} (${e.reviewed_by})`:`–`},{title:L(374),width:`narrow`,cell:e=>v(Y,{at:e.created_at})}]}),i&&v(`div`,{class:`section`},v(qa,{of:o})))}function Rs({creator:e}){return e?v(b,null,v(`div`,{class:`row`},v(`code`,null,e.id),e.role!==`user`&&v(q,null,e.role),e.banned&&v(q,{tone:`bad`},L(474),` `,e.ban_expires?v(Y,{at:e.ban_expires,full:!0}):``),e.shadow_banned&&v(q,{tone:`warn`},L(475))),v(Ra,{of:e,full:!0})):v(`p`,{class:`faint`},L(541))}function zs({given:e,totals:t}){return v(`div`,null,v(`h3`,null,L(3)),v(`p`,null,Object.entries(t).map(([e,t])=>v(q,{key:e,tone:`warn`},hr(`strike_policies`,e),` `,z(t))),e.length===0&&v(`span`,{class:`faint`},L(368))),v(`ul`,null,e.map(e=>v(`li`,{key:e.id,class:`row`},v(Y,{at:e.at}),` `,hr(`strike_policies`,e.policy),` +`,z(e.weight),e.reason&&v($n,{text:e.reason})))))}function Bs({entries:e}){let t=Array.from({length:Ps},(e,t)=>new Date(Date.now()-(13-t)*864e5).toISOString().slice(0,10)),n=n=>t.map(t=>e.filter(e=>n.includes(e.kind)&&er(e.at)?.toISOString().startsWith(t)).length);return v(jo,{title:L(540),labels:t.map(sr),series:[{name:L(390),values:n([`flag`,`report`])},{name:L(391),values:n([`action`,`review`])}]})}function Vs({title:e,reports:t}){return v(`div`,null,v(`h2`,null,e,` (`,z(t.length),`)`),v(`ul`,{class:`stack`},t.slice(0,8).map(e=>v(`li`,{key:e.id},v(`a`,{class:`row`,href:W(`/item/${e.item_id}`)},(e.categories??[]).map(e=>hr(`report_categories`,e)).join(`, `),` `,v(Y,{at:e.created_at})),e.reason&&v(J,{text:e.reason})))))}function Hs({id:e,profile:t,changed:n}){let[r,i]=A(!1),[a,o]=A(!1),s=t.data?.creator?.banned||t.data?.creator?.shadow_banned,c=async(e,t)=>{i(!1),o(!0);try{await e(),V(t),n()}catch(e){nn(e)}finally{o(!1)}},l=(t,n)=>c(()=>F.post(`/api/v2/moderation/submit_action`,{body:{action_type:`ban`,ban:{target_user_id:e,...t?{reason:t}:{},...n}}}),L(539));return v(b,null,mt(`ban`)&&v(`button`,{class:`danger`,disabled:a,onClick:()=>i(!0)},L(643)),mt(`unban`)&&s&&v(`button`,{disabled:a,onClick:()=>void c(()=>F.post(`/api/v2/moderation/submit_action`,{body:{action_type:`unban`,unban:{target_user_id:e}}}),L(538))},L(537)),r&&v(Gr,{who:e,reason:``,close:()=>i(!1),decide:(e,t)=>void l(e,t)}))}var Us=[{path:`/`,title:342,group:`work`,page:Po},{path:`/queue/:view`,to:`/queue/all`,title:343,group:`work`,page:us},{path:`/item/:id`,title:344,page:Do},{path:`/content`,title:346,group:`work`,page:gi},{path:`/users`,title:1248,group:`work`,page:js},{path:`/users/:id`,title:345,page:Ls},{path:`/appeals`,title:347,group:`work`,all:!0,page:oi},{path:`/second_looks`,title:597,group:`work`,needs:`moderator`,all:!0,page:gs},{path:`/settings`,title:52,group:`appGroup`,page:ks}];function Ws({needs:e,all:t}){return t&&!dt()?!1:!e||(e===`admin`?N(`administer`):ut(e))}var Gs=[...Us,...Yt],Ks={next:{title:580,group:`move`},previous:{title:581,group:`move`},open:{title:582,group:`move`},select:{title:429,group:`move`},selectRange:{title:583,group:`move`},selectPage:{title:584,group:`move`},close:{title:585,group:`move`},keep:{title:658,group:`decide`,decides:!0},remove:{title:586,group:`decide`,decides:!0},ban:{title:643,group:`decide`,decides:!0},skip:{title:1229,group:`decide`,decides:!0},escalate:{title:655,group:`decide`,decides:!0},flag:{title:656,group:`decide`,decides:!0},undo:{title:587,group:`decide`},note:{title:588,group:`decide`},reason1:{title:373,group:`decide`},reason2:{title:373,group:`decide`},reason3:{title:373,group:`decide`},reason4:{title:373,group:`decide`},reason5:{title:373,group:`decide`},reason6:{title:373,group:`decide`},reason7:{title:373,group:`decide`},reason8:{title:373,group:`decide`},reason9:{title:373,group:`decide`},context:{title:589,group:`look`},unveil:{title:590,group:`look`},mute:{title:591,group:`look`},translate:{title:592,group:`look`},refresh:{title:593,group:`look`},filter:{title:594,group:`look`},palette:{title:595,group:`look`},help:{title:596,group:`look`},goOverview:{title:342,group:`go`,to:`/`},goQueue:{title:343,group:`go`,to:`/queue/all`},goUsers:{title:1248,group:`go`,to:`/users`},goRules:{title:999,group:`go`,to:`/rules`},goLog:{title:348,group:`go`,to:`/log`},goAppeals:{title:347,group:`go`,to:`/appeals`},goDeliveries:{title:197,group:`go`,to:`/deliveries`},goContent:{title:346,group:`go`,to:`/content`},goSettings:{title:52,group:`go`,to:`/settings`}};function qs(e){return Ks[e]}function Js(e){let{group:t,to:n}=qs(e);return n?Gs.some(e=>(e.to??e.path)===n&&Ws(e)):e.startsWith(`select`)?N(`oversee`):e===`ban`||e===`escalate`?mt(e):e===`flag`?mt(e)&&dt():t!==`decide`||N(`decide`)}function Ys(){return Object.keys(Ks).filter(Js)}var Xs=[`move`,`decide`,`look`,`go`],Zs={ArrowDown:`↓`,ArrowUp:`↑`,ArrowLeft:`←`,ArrowRight:`→`,Escape:`Esc`};function Qs(e){return Zs[e]??e.replace(`Shift+`,`⇧ `)}function $s({command:e}){return v(`span`,{class:`keys`},vn.value[e].map(e=>v(`kbd`,{key:e},Qs(e))))}function ec(e){let t=[];for(let n of Ys()){let{title:r,group:i}=qs(n);if(i!==e)continue;let a=t.find(e=>e.title===r);a?a.commands.push(n):t.push({title:r,commands:[n]})}return t}function tc({close:e}){return v(B,{title:L(570),close:e},v(`p`,{class:`hint`},I.value.keys.on?L(579):L(578)),v(`div`,{class:`help`},Xs.map(e=>v(`section`,{key:e},v(`h3`,null,L(`keyGroup.${e}`)),v(`dl`,null,ec(e).map(e=>v(`div`,{key:e.title},v(`dt`,null,L(e.title)),v(`dd`,null,e.commands.map(e=>v($s,{key:e,command:e}))))))))))}var nc=12;function rc(e,t){let n=t.filter(e=>!qs(e).to&&e!==`palette`),r=[...Object.entries(Ro).map(([e,{title:t}])=>({id:e,name:L(t)})),...e.map(({id:e,name:t})=>({id:e,name:t}))];return[...n.map(e=>({title:L(qs(e).title),kind:``,command:e,act:()=>An(e)})),...Gs.filter(e=>e.group&&Ws(e)).map(e=>({title:L(e.title),kind:L(341),act:()=>Rn(e.to??e.path)})),...r.map(({id:e,name:t})=>({title:t,kind:L(407),act:()=>Rn(`/queue/${e}`)}))]}function ic(e,t){let n=t.toLowerCase().split(/\s+/).filter(Boolean),r=e.filter(({title:e,kind:t})=>n.every(n=>`${e} ${t}`.toLowerCase().includes(n))),i=t.trim(),a={title:i,kind:L(345),act:()=>Rn(`/users/${encodeURIComponent(i)}`)};return[...r.slice(0,nc),...i?[a]:[]]}function ac({close:e}){let[t,n]=A(``),[r,i]=A(0),a=Z(()=>F.get(`/api/v2/moderation/queues`),[]),[o]=A(kn),s=Ye(),c=ic(rc(a.data?.queues??[],o),t),l=Math.min(r,c.length-1),u=t=>{t&&(e(),setTimeout(t.act))};return v(B,{title:L(595),close:e},v(`input`,{role:`combobox`,"aria-label":L(595),"aria-expanded":c.length>0,"aria-controls":s,"aria-autocomplete":`list`,"aria-activedescendant":l>=0?`${s}-${l}`:void 0,autocomplete:`off`,autofocus:!0,value:t,onInput:e=>{n(e.currentTarget.value),i(0)},onKeyDown:e=>{let t={ArrowDown:1,ArrowUp:-1}[e.key];e.isComposing||t===void 0&&e.key!==`Enter`||(e.preventDefault(),t===void 0?u(c[l]):i((l+t+c.length)%c.length))}}),v(`ul`,{id:s,role:`listbox`,"aria-label":L(595),class:`palette`},c.map((e,t)=>v(`li`,{key:`${e.kind} ${e.title} ${e.command??``}`,id:`${s}-${t}`,role:`option`,"aria-selected":t===l,ref:t===l?e=>e?.scrollIntoView({block:`nearest`}):null,onClick:()=>u(e)},v(`span`,{class:`line`,dir:`auto`},e.title),` `,e.command?v($s,{command:e.command}):v(`span`,{class:`faint`},e.kind)))))}function oc(){let[e,t]=A(!1);j(ia,[]);let n=Bi.value.at(-1),r=Vi.value;return v(b,null,(n||r.length>0)&&v(`div`,{class:`pending`,role:`region`,"aria-label":L(510)},n&&v(sc,{key:n.id,order:n,count:Bi.value.length}),r.length>0&&v(`div`,{class:`row spread late`},v(`span`,{class:`problem`},L(505,{n:r.length})),v(`span`,{class:`row`},v(`button`,{class:`quiet`,onClick:()=>t(!0)},L(510)),v(`button`,{onClick:()=>void Zi(!0)},L(365))))),e&&v(B,{title:L(510),close:()=>t(!1)},v(`ul`,{class:`stack`},r.map(e=>v(`li`,{key:e.id,class:`row spread`},v(`span`,null,e.title,` `,v(`code`,null,e.item.entity_id),v(`span`,{class:`problem`},` `,e.problem)),v(`button`,{onClick:()=>Xi(e)},L(512)))))))}function sc({order:e,count:t}){let[n,r]=A(Date.now());j(()=>{let e=setInterval(()=>r(Date.now()),200);return()=>clearInterval(e)},[]);let i=Math.max(0,e.sendAt-n);return v(b,null,v(`div`,{class:`row spread`},v(`span`,null,L(500,{what:e.title,n:Math.ceil(i/1e3)}),t>1&&v(`span`,{class:`faint`},` (+`,t-1,`)`)),v(`span`,{class:`row`},v(`button`,{class:`quiet`,onClick:()=>void Zi(!0)},L(509)),v(`button`,{onClick:()=>void Yi(e)},L(497),` `,v($s,{command:`undo`})))),v(`progress`,{max:I.value.pause*1e3,value:i,"aria-label":e.title}))}var cc=[`work`,`rulesGroup`,`operate`,`appGroup`];function lc(e){return(e.path.split(`/`)[1]??``)===(Ln.value.split(`/`)[1]??``)}function uc({help:e,unread:t}){let[n,r]=A(!1),i=Ln.value;j(()=>r(!1),[i]);let{member:a,app:o}=M.value??{};return v(`header`,{class:`side`},v(`div`,{class:`brand`},v(`a`,{href:W(`/`)},v(`strong`,null,`Gavel`),` `,v(`span`,{class:`faint line`},o?.name)),v(`button`,{class:`menu`,"aria-expanded":n,"aria-controls":`pages`,onClick:()=>r(!n)},L(334),t>0&&v(dc,{unread:t}))),v(`nav`,{id:`pages`,"aria-label":L(341),"data-open":n},cc.map(e=>{let n=Gs.filter(t=>t.group===e&&Ws(t));return n.length===0?null:v(`section`,{key:e},v(`h2`,null,L(`group.${e}`)),v(`ul`,null,n.map(e=>v(`li`,{key:e.path},v(`a`,{href:W(e.to??e.path),"aria-current":lc(e)?`page`:void 0},L(e.title),e.path===`/log`&&t>0&&v(dc,{unread:t}))))))}),v(`div`,{class:`who`},v(`span`,{class:`line`},a?.name,` `,v(`span`,{class:`faint`},a?.role)),v(`button`,{class:`quiet`,onClick:e,"aria-label":L(570)},`?`),v(`button`,{class:`quiet`,onClick:()=>yt().catch(nn)},L(335)))))}function dc({unread:e}){return v(`span`,{class:`dot`,"data-unread":e,title:L(336,{n:e})},v(`span`,{class:`unseen`},L(336,{n:e})))}var fc=E(0);async function pc(){try{fc.value=(await F.get(`/api/v1/log/unread`)).unread}catch{}}var mc=E(!1),hc=E(!1),gc={};for(let[e,{to:t}]of Object.entries(Ks))t&&(gc[e]=()=>Rn(t));Ee(()=>{Wt.value,Kt()});function _c(){let[e,t]=A(void 0);return j(()=>(_t().catch(e=>{M.value=null,t(e)}),document.addEventListener(`click`,Vn),document.addEventListener(`keydown`,vc),()=>{document.removeEventListener(`click`,Vn),document.removeEventListener(`keydown`,vc)}),[]),M.value===void 0?v(Zt,null):M.value===null?v(ys,{notice:e?yc(e):void 0}):v(bc,{key:M.value.member.id})}function vc(e){e.key!==`k`||!(e.ctrlKey||e.metaKey)||e.altKey||e.shiftKey||(e.preventDefault(),M.value&&!document.querySelector(`dialog[open]`)&&(hc.value=!0))}function yc(e){return e instanceof Error&&`status`in e&&e.status===401?L(353):Xt(e)}function bc(){return j(()=>{if(Pt(),wr(),!dt())return;pc();let e=setInterval(()=>void pc(),3e4);return()=>clearInterval(e)},[]),Nn({help:()=>mc.value=!0,palette:()=>hc.value=!0,...gc}),v(`div`,{class:`shell`},v(`a`,{class:`skip`,href:`#content`},L(333)),v(uc,{help:()=>mc.value=!0,unread:fc.value}),v(`main`,{id:`content`,tabIndex:-1},!Ct.value&&v(`p`,{class:`notice`,role:`alert`},L(337)),v(Cc,null)),v(oc,null),v(an,null),hc.value&&v(ac,{close:()=>hc.value=!1}),mc.value&&v(tc,{close:()=>mc.value=!1}),ot.value&&v(B,{title:L(349),close:()=>void 0,stays:!0},v(ys,{notice:L(350),embedded:!0})),M.value?.member.must_set_password&&v(xs,null))}function xc(e){for(let t of Gs){let n=zn(t.path,e);if(n)return{route:t,values:n}}}var Sc=E({});function Cc(){let e=xc(Ln.value),t=e?.route,[n,r]=A(void 0),i=t&&(t.page??Sc.value[t.path]);if(j(()=>{r(void 0),document.title=t?`${L(t.title)} – Gavel`:`Gavel`,t&&!i&&Vt(async()=>{let{pages:e}=await import(`./leading-BzOTonqj.js`).then(e=>e.t);return{pages:e}},[]).then(({pages:e})=>Sc.value=e,r)},[t]),!e)return v(Qt,null,L(338));if(!Ws(e.route)){let{needs:t}=e.route;return v(Qt,null,t&&!ut(t)?L(339,{role:t}):L(340))}return n===void 0?i?v(i,{key:e.route.path,values:e.values}):v(Zt,null):v($t,{error:n,retry:()=>location.reload()})}window.addEventListener(`unhandledrejection`,e=>{e.reason instanceof DOMException||V(Xt(e.reason),{bad:!0})});var wc=document.getElementById(`page`);wc&&ge(v(_c,null),wc);export{Jt as $,Un as A,on as B,or as C,J as D,$n as E,Nn as F,dn as G,un as H,pn as I,Qt as J,V as K,fn as L,Rn as M,K as N,Wn as O,G as P,z as Q,ln as R,Y as S,sr as T,cn as U,U as V,H as W,$t as X,Zt as Y,B as Z,Q as _,v as _t,ao as a,it as at,br as b,Ja as c,ft as ct,fa as d,ct as dt,R as et,la as f,dt as ft,Rr as g,b as gt,ci as h,A as ht,Mo as i,wt as it,W as j,q as k,Ya as l,pt as lt,li as m,Ye as mt,fs as n,St as nt,no as o,st as ot,da as p,j as pt,nn as q,jo as r,F as rt,ro as s,N as st,fc as t,L as tt,Ka as u,mt as ut,Z as v,cr as w,hr as x,X as y,sn as z};