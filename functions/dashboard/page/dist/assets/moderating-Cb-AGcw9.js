var e,t,n,r,i,a,o,s,c,l,u=Symbol.for(`pv`),d={},f=[],p=/^m(i|n|o|s|text|space)$/,m=Array.isArray,h=f.slice,g=Object.assign;function _(e){e&&e.parentNode&&e.remove()}function v(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?h.call(arguments,2):n),y(e,o,r,i,null)}function y(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:u,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function b(e){return e.children}function x(e,t){this.props=e,this.context=t,this.__g=0}function ee(e,t){if(t==null)return e.__&&ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ee(e)}function S(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=g({constructor:u},r)).__v=r.__v+1,e.vnode&&e.vnode(n),ce(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||ee(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,de(a,n,o),r.__=r.__e=null,n.__e!=i&&te(n))}function te(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),te(e)}function C(t){(8&t.__g||(t.__g|=8,n.push(t),i++))&&r==e.debounceRendering||((r=e.debounceRendering)||queueMicrotask)(w)}function w(){try{for(var e,t=1;n.length;)n.length>t&&n.sort(a),e=n.shift(),t=n.length,8&e.__g&&S(e)}finally{(i=n.length)&&(r||queueMicrotask)(w)}}function ne(e,t,n,r,i,a,o,s,c,l,u){var p,m,h,g,_,v,y=r.__k||f,b=t.length;for(c=T(n,t,y,c,b),p=0;p<b;p++)(h=n.__k[p])!=null&&(m=~h.__i&&y[h.__i]||d,h.__i=p,v=ce(e,h,m,i,a,o,s,c,l,u),g=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&pe(m.ref,null,h,m),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=re(h,c,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function T(e,t,n,r,i){var a,o,s,c,l,d,f,p,h,g=n.length,_=g,v=0,x=0,S=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=S[a]=y(null,o):m(o)?o=S[a]=y(b,{children:o}):o.constructor===u&&o.__b?o=S[a]=y(o.type,o.props,o.key,o.ref,o.__v):S[a]=o,c=a+v,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ie(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?v--:l==c+1?v++:l!=c&&(l>c?v--:v++,x=1)):(~l||(i>g?v--:i<g&&v++),typeof o.type!=`function`&&(o.__u|=4))):S[a]=null;if(x){for(d=[],f=[],a=0;a<i;a++)if((o=S[a])&&16&o.__u){for(v=0,p=d.length;v<p;)d[h=v+p>>1]<o.__i?v=h+1:p=h;d[v]=o.__i,f[a]=v+1}for(v=d.length;a--;)f[a]&&(f[a]==v?v--:S[a].__u|=4)}if(_)for(a=0;a<g;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ee(s)),me(s,s));return r}function re(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=re(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ee(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ie(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ae(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function oe(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ae(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ae(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=l[t]||(l[t]=se(t)),(e.__a||={})[t]=c,a=t!=(t=t.replace(s,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function se(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[o]==null)n[o]=c++;else if(n[o]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function ce(t,n,r,i,a,o,s,c,l,d){var p,h,v,y,S,te,C,w,T,re,ie,ae,oe,se,ce,de,pe,ge,_e=n.type;if(n.constructor!==u)return null;128&r.__u&&(l=32&r.__u,p=r.__c.__z)&&(n.__u|=l,h=o=[],p.nodeType==8?c=le(p,o):o.push(p),c=o[0]||c),(p=e.__b)&&p(n);n:if(typeof _e==`function`){v=s.length;try{if(w=n.props,T=(p=_e.prototype)&&p.render,re=(p=_e.contextType)&&i[p.__c],ie=p?re?re.props.value:p.__:i,(y=r.__c)?(n.__c=y,2&y.__g&&(y.__g|=1)):(T?n.__c=y=new _e(w,ie):(n.__c=y=new x(w,ie),y.constructor=_e,y.render=he),re&&re.sub(y),y.state||(y.state={}),y.__n=i,y.__g|=8,y.__h=[],y.__k=[]),T&&(y.__s||(y.__s=y.state),_e.getDerivedStateFromProps&&(y.__s==y.state&&(y.__s=g({},y.__s)),g(y.__s,_e.getDerivedStateFromProps(w,y.__s)))),S=y.props,te=y.state,y.__v=n,r.__c){if(w!==S&&T&&!_e.getDerivedStateFromProps&&y.componentWillReceiveProps&&y.componentWillReceiveProps(w,ie),n.__v==r.__v&&!(8&y.__g)||!(4&y.__g)&&y.shouldComponentUpdate&&!1===y.shouldComponentUpdate(w,y.__s,ie)){n.__v!=r.__v&&(y.props=w,y.state=y.__s,y.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),f.push.apply(y.__h,y.__k),y.__k=[],y.__h.length&&s.push(y),c=ee(r);break n}y.componentWillUpdate&&y.componentWillUpdate(w,y.__s,ie),T&&y.componentDidUpdate&&y.__h.push(function(){y.componentDidUpdate(S,te,C)})}else T&&!_e.getDerivedStateFromProps&&y.componentWillMount&&y.componentWillMount(),T&&y.componentDidMount&&y.__h.push(y.componentDidMount);y.context=ie,y.props=w,y.__P=t,y.__g&=-5,ae=e.__r,oe=T?25:0;do y.__g&=-9,ae&&ae(n),p=y.render(y.props,y.state=y.__s,y.context);while(8&y.__g&&++oe<25);T&&(f.push.apply(y.__h,y.__k),y.__k=[]),y.state=y.__s,y.getChildContext&&(i=g({},i,y.getChildContext())),T&&r.__c&&y.getSnapshotBeforeUpdate&&(C=y.getSnapshotBeforeUpdate(S,te)),se=p&&p.type===b&&p.key==null?p.props.children:p,w.__P&&(p=c,a=(t=w.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&me(e,e)}),r.__k=null),c=r.__k?ee(r,0):null),c=ne(t,m(se)?se:[se],n,r,i,a,o,s,c,l,d),w.__P&&(n.__e=null,c=p),n.__u&=-161,h&&h.some(_),y.__h.length&&s.push(y),1&y.__g&&(y.__g&=-4)}catch(t){if(s.length=v,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(pe=o.indexOf(c||void 0))||(pe=o.length);(ge=o[pe-1])&&ge.nodeType==8;)pe--;for(;pe<o.length;pe++)if(ge=o[pe]){if(o[pe]=null,ce){if(ge==de)break}else{if(ge.nodeType!=8)break;ge.data.startsWith(`$s`)&&(de=le(ce=ge))}}}if(!ce){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ce=c}(p=le(ce=n.__c.__z||(n.__c.__z=ce)))?(n.__e=ce,c=p):n.__e=c,c&&=c.nextSibling}else o&&o.some(_)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||ue(n),e.__e(t,n,r)}}else c=n.__e=fe(r.__e,n,r,i,a,o,s,l,d,t);return(p=e.diffed)&&p(n),c}function le(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function ue(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(ue))}function de(t,n,r){for(var i=0;i<r.length;)pe(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function fe(t,n,r,i,a,o,s,c,l,u){var f,g,v,y,b,x,S,te,C=r.props||d,w=n.props,T=n.type;if(T==`svg`?a=`http://www.w3.org/2000/svg`:T==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(f=0;f<o.length;f++)if((b=o[f])&&(T?b.localName==T:b.nodeType==3)){t=b,o[f]=null;break}}if(!t){if(te=u.ownerDocument||document,!T)return te.createTextNode(w);t=te.createElementNS(a,T,w.is?w:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(T){if(u=T==`template`&&t.content||t,o=T==`textarea`&&w.defaultValue!=null?null:o&&h.call(u.childNodes),!c&&o)for(C={},f=0;f<t.attributes.length;f++)C[(b=t.attributes[f]).name]=b.value;for(f in C)b=C[f],f==`dangerouslySetInnerHTML`?v=b:f==`children`||f in w||f==`value`&&`defaultValue`in w||f==`checked`&&`defaultChecked`in w||oe(t,f,null,b,a);for(f in w)b=w[f],f==`children`?y=b:f==`dangerouslySetInnerHTML`?g=b:f==`value`?x=b:f==`checked`?S=b:c&&typeof b!=`function`||C[f]===b||oe(t,f,b,C[f],a);g?(c||v&&(g.__html==v.__html||g.__html==t.innerHTML)||(t.innerHTML=g.__html),n.__k=[]):(v&&(t.textContent=``),(T==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&p.test(T))&&(a=`http://www.w3.org/1999/xhtml`),ne(u,m(y)?y:[y],n,r,i,a,o,s,o?o[0]:r.__k&&ee(r,0),c,l),o&&o.some(_)),c&&T!=`textarea`||(f=`value`,T==`progress`&&x==null?t.removeAttribute(f):x==null||x===t[f]&&(T!=`progress`||x)||oe(t,f,x,C[f],a),f=`checked`,S!=null&&S!=t[f]&&oe(t,f,S,C[f],a))}else C===w||c&&t.data==w||(t.data=w);return t}function pe(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function me(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||pe(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&me(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=le(i,o=[]))&&(i==t.__e&&o.some(_),_(a),_(i)),r||_(t.__e),t.__e=t.__c=t.__=null}function he(e,t,n){return this.constructor(e,n)}function ge(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=y(b,{children:[t]}),a=[],o=[],ce(n,n.__k,i||d,d,n.namespaceURI,i?null:n.firstChild?h.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),de(a,n.__k,o),n.__k.props.children=null}e={__e:function(e,t,n,r){for(var a,o,s;t=t.__;)if((a=t.__c)&&!(1&a.__g)){a.__g|=4;try{if((s=(o=a.constructor)&&o.getDerivedStateFromError)&&a.setState(o.getDerivedStateFromError(e)),a.componentDidCatch&&(a.componentDidCatch(e,r||{}),s=1),s&&8&a.__g)return void(a.__g|=2)}catch(t){e=t}}throw i=0,e}},t=0,x.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=g({},this.state)),typeof e==`function`&&(e=e(g({},n),this.props)),e&&(g(n,e),this.__v&&(t&&this.__k.push(t),C(this)))},x.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),C(this))},x.prototype.render=b,n=[],i=0,a=function(e,t){return e.__v.__b-t.__v.__b},o=Symbol(),s=/(PointerCapture)$|Capture$/i,c=0,l={};var _e=e.vnode;e.vnode=e=>{e.type===`button`&&(e.props.type??=`button`),_e?.(e)};var ve,ye=0,be=new Set;function xe(e){ve&&(e.add(ve),ve.read.add(e))}function Se(e){for(let t of e.read)t.delete(e);e.read.clear()}function Ce(e,t){Se(e);let n=ve;ve=e;try{return t()}finally{ve=n}}function we(e){for(let t of[...e])t.marks?(t.run(),we(t.marks)):be.add(t)}function Te(e){ye+=1;try{e()}finally{if(--ye,ye===0){let e=[...be];be.clear();for(let t of e)t.run()}}}function E(e){let t=new Set;return{get value(){return xe(t),e},set value(n){Object.is(e,n)||(e=n,Te(()=>we(t)))}}}function Ee(e){let t,n=new Set,r={marks:n,read:new Set,run:()=>t=void 0};return{get value(){return xe(n),t??={value:Ce(r,e)},t.value}}}function De(e){let t={read:new Set,run:()=>Ce(t,e)};t.run()}var Oe=e,ke=new WeakMap;function Ae(e){return e.__c}function je(e,t){let n=Oe[e];Oe[e]=e=>{t(e),n?.(e)}}je(`__r`,e=>{let t=Ae(e);if(!t)return;let n=ke.get(t);n||ke.set(t,n={read:new Set,run:()=>t.forceUpdate()}),Se(n),ve=n}),je(`diffed`,()=>ve=void 0),je(`unmount`,e=>{let t=ke.get(Ae(e)??e);t&&Se(t)});var Me,D,Ne,Pe,Fe=Object.is,Ie=0,Le=[],Re=[],O=e,ze=O.__b,Be=O.__r,Ve=O.diffed,He=O.__c,Ue=O.unmount,We=O.__;function Ge(e,t){O.__h&&O.__h(D,e,Ie||t),Ie=0;var n=D.__H||(D.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function k(e){return Ie=1,Ke(it,e)}function Ke(e,t,n){var r=Ge(Me++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):it(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);Fe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=D,!D.__f)){D.__f=!0;var i=D.shouldComponentUpdate;D.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,Fe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function A(e,t){var n=Ge(Me++,3);!O.__s&&rt(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,D.__H.__h.push(n))}function qe(e){return Ie=5,Je(function(){return{current:e}},[])}function Je(e,t){var n=Ge(Me++,7);return rt(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Ye(e,t){return Ie=8,Je(function(){return e},t)}function Xe(){var e=Ge(Me++,11);if(!e.__){for(var t=D.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ze(){var e;do{for(;e=Re.shift();)try{tt(e)}catch(t){O.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Le.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(tt),t.__h.some(nt),t.__h=[]}catch(n){t.__h=[],O.__e(n,e.__v)}}}while(Re.length)}O.__b=function(e){D=null,ze&&ze(e)},O.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),We&&We(e,t)},O.__r=function(e){Be&&Be(e),Me=0;var t=(D=e.__c).__H;t&&(Ne==D?D.__h=[]:(t.__h.some(tt),t.__h.some(nt),Me=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Ne=D},O.diffed=function(e){Ve&&Ve(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&et(Le.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Ne=D=null},O.__c=function(e,t){t.some(function(e){try{e.__h.some(tt),e.__h=e.__h.filter(function(e){return!e.__||nt(e)})}catch(t){e.__h=[function(){throw t}]}}),He&&He(e,t)},O.unmount=function(e){Ue&&Ue(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,et(Re.push(r))}else tt(r)}catch(e){t=e}}),r.__H=void 0,t&&O.__e(t,r.__v))};var Qe=typeof requestAnimationFrame==`function`;function $e(e){var t,n=function(){clearTimeout(r),Qe&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Qe&&(t=requestAnimationFrame(n))}function et(e){e!=1&&Pe==O.requestAnimationFrame||((Pe=O.requestAnimationFrame)||$e)(Ze)}function tt(e){var t=D,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),D=t}function nt(e){var t=D;e.__c=e.__(),D=t}function rt(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!Fe(t,e[n])})}function it(e,t){return typeof t==`function`?t(e):t}var at=[`reader`,`moderator`,`senior`,`lead`,`admin`],ot=`gavel.app`,j=E(void 0),st=E(!1),ct=Ee(()=>j.value?.csrf??``),lt=Ee(()=>j.value?.member);function ut(){j.value&&(st.value=!0)}function dt(e){let t=lt.value?.role;return t!==void 0&&at.indexOf(t)>=at.indexOf(e)}function M(e){return(lt.value?.rights.includes(e)??!1)&&(e!==`administer`||pt())}function ft(){return!lt.value?.queues}function pt(){return ft()&&!lt.value?.actions}function mt(e){let t=lt.value;return t!==void 0&&(e===t.id||e===t.name)}function ht(e){let t=lt.value?.actions;return M(`decide`)&&(!t||t.includes(e))}function gt(e){let t=j.value&&j.value.member.id!==e.member.id;j.value=e,st.value=!1,localStorage.setItem(ot,e.app.name),t&&location.assign(`/dashboard/`)}var _t=E(``);async function vt(){let e=new URLSearchParams(location.hash.slice(1)),t=e.get(`link`),n=e.get(`sign_in`);if((n===`failed`||n===`unknown`)&&(history.replaceState(history.state,``,location.pathname+location.search),_t.value=n),t)history.replaceState(history.state,``,location.pathname+location.search),gt(await N(`post`,`/dashboard/session`,{body:{link:t}}));else try{gt(await N(`get`,`/dashboard/session`))}catch(e){if(!(e instanceof Ct)||e.status!==401)throw e;j.value=null}}async function yt(e,t){let n=j.value?.app.name??(new URLSearchParams(location.search).get(`app`)||localStorage.getItem(ot));gt(await N(`post`,`/dashboard/session`,{body:{name:e,password:t,...n?{app:n}:{}}}))}async function bt(){await N(`delete`,`/dashboard/session`),j.value=null}async function xt(e,t){await N(`put`,`/dashboard/session/password`,{body:t===void 0?{password:e}:{old:t,password:e}});let n=j.value;n&&(j.value={...n,member:{...n.member,must_set_password:!1}})}async function St(){return await N(`get`,`/dashboard/sign_in`)}var Ct=class extends Error{status;fields;answer;request;constructor(e,t,n={},r=void 0,i=``){super(t),this.status=e,this.fields=n,this.answer=r,this.request=i,this.name=`Failure`}get offline(){return this.status===0}get passing(){return this.status===0||this.status===429||this.status===408||this.status>=500}},wt=E(!0);function Tt(){return Date.now().toString(36)+Math.random().toString(36).slice(2)}function Et(e,t={}){return e.replace(/\{(\w+)\}/g,(n,r)=>{let i=t[r];if(i===void 0)throw Error(`${e} lacks ${r}`);return encodeURIComponent(String(i))})}function Dt(e){if(e==null)return``;let t=new URLSearchParams;for(let[n,r]of Object.entries(e))r!=null&&r!==``&&t.append(n,String(r));let n=t.toString();return n?`?${n}`:``}async function Ot(e){let t=await e.json().catch(()=>void 0),n=t??{},r=n.exception_fields??{},i=Object.entries(r).map(([e,t])=>`${e}: ${t}`).join(`; `)||(typeof n.message==`string`?n.message:e.statusText);return new Ct(e.status,i,r,t,e.headers.get(`x-request-id`)??``)}async function N(e,t,n={}){let r={accept:`application/json`,"x-client-request-id":n.id??Tt()};ct.value&&(r[`x-gavel-csrf`]=ct.value),n.body!==void 0&&(r[`content-type`]=`application/json`);let i;try{i=await fetch(Et(t,n.path)+Dt(n.query),{method:e.toUpperCase(),headers:r,credentials:`same-origin`,cache:`no-store`,...n.body===void 0?{}:{body:JSON.stringify(n.body)},...n.signal?{signal:n.signal}:{},...n.keepalive?{keepalive:!0}:{}})}catch(e){throw e instanceof DOMException&&e.name===`AbortError`?e:(wt.value=!1,new Ct(0,`The server cannot be reached.`))}if(wt.value=!0,i.status===401&&ct.value&&ut(),!i.ok)throw await Ot(i);return i.status===204?void 0:i.json()}function kt(e){return(t,n={})=>N(e,t,n)}var P={get:kt(`get`),post:kt(`post`),put:kt(`put`),patch:kt(`patch`),delete:kt(`delete`)},At={language:``,theme:`auto`,keys:{on:!0,preset:`gavel`,own:{}},pause:6,media:{},veiled:null,apart:{},break_after:0},jt=`gavel.preferences`,Mt=`/api/v1/members/me/preferences`;function Nt(){try{return Pt(JSON.parse(localStorage.getItem(jt)??`{}`))}catch{return At}}function Pt(e){let t=e??{};return{...At,...t,keys:{...At.keys,...t.keys},media:{...At.media,...t.media}}}var F=E(Nt());De(()=>{let{theme:e}=F.value;e===`auto`?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e});async function Ft(){try{let e=await N(`get`,Mt);e.preferences&&Object.keys(e.preferences).length>0&&It(Pt(e.preferences))}catch(e){if(!(e instanceof Ct))throw e}}function It(e){F.value=e,localStorage.setItem(jt,JSON.stringify(e))}async function Lt(e){let t={...F.value,...e};It(t),await N(`put`,Mt,{body:{preferences:t}})}var Rt=`Policies
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
j, k: next, previous rule. Alt with ↑ or ↓, or dragging, moves one.
Pause all rules
Rules are still evaluated, and have no effect until they are resumed.
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
Rules of a group are in effect only while it is on, for seven days at most. They name it under Limits.
No rule is in a group.
Switch on
Switch off
Change the end
on
Reach and caps
Whom the rule would act on at their next post, by what is known now.
Count the users
Users for whom it holds: {hit} of {users}
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
Where the app asks for two, somebody else publishes rules that do what nobody can take back.
Draft by {who}
Nobody can take back: {what}
Publish the draft
Drop the draft
Try it on
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
The rule as written looks at all that comes for 30 days, and does nothing.
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
What the rule as written would have done, by what rules saw then. Nothing is sent.
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
Passed over {n}× for
Hits by day
expected
{n} error|{n} errors
Agreed
today {what}
passed over {n}×, most often for {what}
Evaluations in which no rule held are counted by a sample.
Takes back its calls, bans, flags and strikes since then. Later decisions of moderators stay.
What would be undone
Undo it
Undo {n} enforcement|Undo {n} enforcements
Pause the rule or switch it off first, or it does the same again.
Found
enforcements: {enforcements}, items: {items}, users: {users}
(at least)
Would be undone
Undone
Would stay
Not undone
What the rule did
Effects
Calls to your server that rules and moderators order. Only 200 is a success.
{header}: kept secret
Test
Sends one call now to {url}.
Send
200: it works
no success
What is ordered of it waits until it is resumed.
Cancel what has waited instead of sending it
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
What caps hold back has gone nowhere: release or drop it.
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
What goes to the EU's database, and what it answered.
What it said
A signed root closes each day of the log. Keep the roots where nobody who writes to the store can.
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
Any machine checks the files; the first command reads the store's log, too.
Proof
Approvals
Nothing of them is done until another person agrees.
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
Your session has ended. What you were doing is kept.
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
The server failed. Nothing was changed.
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
automatic
Removed
Overturned
Opened
of these severe
By policy
Views
Escalated
Reviewed
Nothing waits here.
New items appear by themselves.
Items
Back to the list
Filter
Clear the filter
Severity from
Reported by
Policy
Entity type
Same content (hash)
Same image (hash)
Save as a view
Name of the view
For all moderators
Delete this view
{n} selected
Select
Clear the selection
Select all that match
Take all of it back
{n} taken back, {left} passed over
Drop all their reports
{n} dropped, {left} left the queue
Decide on {n} item|Decide on {n} items
Type {n} to go on
{action}: {n} item|{action}: {n} items
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
Only what was flagged, reported or decided. Admins can list all content (App).
What was submitted since {when}; earlier content from its next change on.
All of their content
Content
Labels
Decision
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
With the user's other items
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
Somebody else decided on this; how is not told. Nothing follows from the answer.
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
and {n} other open item of this user|and {n} other open items of this user
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
State
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

Webhook
trying
overtaken
Transparency database
Address

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
To act
by authors
Orders by authorities
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
To give information
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

Reversed in part
the people who moderate

what came of a report
^
^
^
^
Median time to acknowledgement
Median time to action
Median time to decision
Median time to effect
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
allowed again




agreed to

sound
by the author
order by an authority
Contact details
Meanings
Toxicity


Word lists


bounce and flag
bounce, then remove
budget used up
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








step reached




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



















too many actions
yes


taken back
action is gone
Links


Speed

opened
image or video



period

words
Gravest first
Newest first
Oldest first

spares the author


cannot be said




only the old one

only the new one
It would have hit moderators {n}×
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
`),zt={},Bt=634;for(let e of`a ban_user flag_for_review,action ban block bypass custom de_escalate delete_activity delete_comment delete_message delete_reaction delete_user delete_user_messages end_call escalate flag kick_user mark_reviewed reject_appeal reopen restore shadow_block unban unblock unmask,alike author content decide image,appeal accepted arrived author closed failed false newest none notifier oldest on_its_way open partly rejected reversed submitted true upheld,appealBy handler late of_user order out_of_court outcome role status,bound since until,c all any channel_count classified_as classified_count classified_share contains_url content_property entity_type flagged_count graded in_list is_staff is_trusted matching_count needs_review never not not_judged policy post_count repeated_text report_count strikes team text_length user_age user_in_list user_property user_role,cap app flags rule,court add body closed ended for_complainant for_platform implemented opened outcome partly reference title,delivery cancelled dead delivered hook pending superseded transparency url waiting,f act_needs_reason action action_id actions advanced_filters age ago alike allowed allowlist app_context app_wide applies_to approval_hours ask_when async auth_header auth_value ban_duration band batch_id blur by cache_seconds calls cap_per_hour carries_out cascading_action cascading_actions cascading_threshold categories category check_message_context cids_per_user class_weights classes client_id client_secret concurrency cooldown count count_evaluations custom data decision_ground decision_visibility default_policy default_region description distance distinct email enabled endpoint engines erasure_keeps exact expires_after extra_query facts fast_spam_threshold fast_spam_ttl first_message_only flag_cap_per_hour flagged_count grey group high id identical illegal_content_explanation illegal_content_legal_ground images incompatible_content_explanation incompatible_content_ground independent inputs_kept_days ip_ban irreversible is_confusable_folding_enabled is_leet_check_enabled is_plural_check_enabled is_substring_matching_enabled issuer item_id keep_needs_reason key keys kind label labels list_content lists low match_substring matching max_characters max_tokens method min_confidence min_letters min_posts min_reporter_age min_text_length modality model moderator_id money mute name not_judged ocr_rules of on_report operator options parameters per_second percent phrases policy position probation_period profile propose_from provider queues record_views reports result retention_days reverses review_feed_days role role_claim roles rule_id rule_weights rules sample scopes second_person_actions second_person_for_irreversible severity severity_descriptions shadow_ban similar similarity_distance since slow_spam_ban_duration slow_spam_threshold slow_spam_ttl source space_labels space_severity staff state_url statement steps subject takes team teams threshold time_window timeout tokens track_across_users translate_url trusted type types until url url_only user_id users value values veil_text_labels version weight weighted what window words,figure account accounts_ground_not_said accounts_on_law accounts_on_terms act author authority_orders automated automated_means by_basis by_category by_outcome by_restriction by_role by_state by_trusted_flaggers complaints content decided decision detection ended for_complainant for_platform for_unfounded_complaints for_unfounded_notices ground_not_said implemented information manual measures not_decided not_implemented notices notifier number on_law on_terms other_reports out_of_court own_initiative partly partly_reversed people recipients report reversed settled suspensions taken_back time_to_acknowledgement time_to_action time_to_decision time_to_effect time_to_settlement upheld warned_for_complaints warned_for_notices,found above acted always_fires below evaluated hits never_fires never_reached passed_over paused,group appGroup operate rulesGroup work,h age ago auth_value cap_per_hour client_secret cooldown list_content min_reporter_age record_views space_severity steps takes time_window window,keyGroup decide go look move,media audio image video,o action action_paused action_resumed address admin ai_audio ai_image ai_text ai_video all allow allowed already app appeal approval approved attempt audio author authority_order automod_platform_circumvention automod_semantic_filters automod_toxicity balanced ban block_list both bounce bounce_flag bounce_remove budget calls cancelled changed classes cleared closed completed contains content_changed created critical data_export_ordered dead decided_since deleted delivered delivery deny disabled domain domain_allowlist done dropped dry duplicate email email_allowlist endpoint_closed endpoint_disabled endpoint_enabled endpoint_open engine entered eq erasure_ordered escalation everybody everything exists expired expiry failed false feedback flag flags flood folded gone google_vision group_off group_on gt gte half_open held high hold_lifted hold_placed identical image incomplete irreversible keep ladder lead lenient link link_made llm loop low lt lte mask mask_flag medium member moderator no_inverse none not_done not_stated note nothing open openid opted_in opted_out ordered_by_others out_of_court password password_set paused pending phone policy post posts proposed reader receipt refused regex released remote remove report requested resumed retention retried reversal_delivered reversed review rule running sampled scrubbed second_look second_person seen senior shadow signed_in similar skip stated statement strict strike strings superseded suspended taken_out test text told too_many true undone undone_already unflag unknown_action url user users velocity_filter video view visual wait waiting warned window withdrawn word,order gravest newest oldest,outcome does_not_hold exempt failed fires not_known not_looked_at paused quiet,ran both enabled failed shadow staff,reported machines me others people,reporters best worst,resend disable disableWhat redeliver redeliverWhat replay replayWhat,result errors fired new noLonger seen staff trusted undecided users,scope post reported_post reported_user user,side flag skip,signature holds none signed wrong,stated complete incomplete look reversed tell told unsent untold,theme auto contrast dark light,tile media texts users,tried item text user,turnedAway failed unknown,veil blur grey mute,verdict allow deny,warning always_holds always_holds_where_known contradicts empty_list inside_words matches_many never_holds same_conditions shadowed shadows`.split(`,`)){let[t,...n]=e.split(` `);for(let e of n){let n=e.replaceAll(`_`,` `);Rt[Bt]||=n,Rt[Bt]===`^`&&(Rt[Bt]=n[0].toUpperCase()+n.slice(1)),zt[t+`.`+e]=Bt++}}function Vt(e){return typeof e==`number`?e:zt[e]}var Ht=e=>e(),Ut=E({en:Rt}),Wt={},Gt=Ee(()=>(F.value.language||navigator.language.slice(0,2))===`de`?`de`:`en`),Kt=Ee(()=>navigator.language.startsWith(Gt.value)?navigator.language:Gt.value);async function qt(){let e=Gt.value;if(e===`de`&&!Ut.value.de){let{de:e,codes:t}=await Ht(async()=>{let{de:e,codes:t}=await import(`./de_codes-Czyx37du.js`);return{de:e,codes:t}},[]);Wt=t,Ut.value={...Ut.value,de:e}}document.documentElement.lang=e}var Jt=Ee(()=>Gt.value===`de`&&Ut.value.de?Wt:{});function I(e,t={}){let n=Vt(e)??e,[r,i]=(Ut.value[Gt.value]?.[n]||Rt[n]).split(`|`);return((i===void 0||t.n===1?r:i)??``).replace(/\{(\w+)\}/g,(e,n)=>{let r=t[n];return typeof r==`number`?R(r):r??``})}function L(e,t,n=t.replaceAll(`_`,` `)){let r=Vt(`${e}.${t}`);return r===void 0?n:I(r)}function Yt(e){return e.charAt(0).toUpperCase()+e.slice(1)}function R(e,t={}){return new Intl.NumberFormat(Kt.value,{maximumFractionDigits:2,...t}).format(e)}function Xt(e){return R(e,{style:`percent`,maximumFractionDigits:1})}function z({title:e,close:t,children:n,stays:r=!1}){let i=qe(null),a=Xe();return A(()=>{let e=i.current,t=document.activeElement;return e&&!e.open&&e.showModal(),()=>{e?.open&&e.close(),t instanceof HTMLElement&&t.isConnected&&t.focus({preventScroll:!0})}},[]),v(`dialog`,{ref:i,"aria-labelledby":a,onCancel:e=>{e.preventDefault(),r||t()},onKeyDown:e=>{e.key===`Escape`&&(e.preventDefault(),r||t())}},v(`header`,null,v(`h2`,{id:a},e),!r&&v(`button`,{class:`quiet`,"aria-label":I(361),onClick:t},`✕`)),n)}var Zt=[{path:`/rules`,title:1001,group:`rulesGroup`,needs:`lead`},{path:`/rules/:id`,title:1001},{path:`/policies`,title:0,group:`rulesGroup`,needs:`lead`},{path:`/policies/:id`,title:0,needs:`lead`},{path:`/lists`,title:837,group:`rulesGroup`,needs:`lead`},{path:`/spam`,title:1,group:`rulesGroup`,needs:`lead`},{path:`/reporting`,title:2,group:`rulesGroup`,needs:`lead`},{path:`/strikes`,title:3,group:`rulesGroup`,needs:`lead`},{path:`/actions`,title:4,group:`operate`,needs:`lead`},{path:`/held`,title:5,group:`operate`,needs:`senior`,all:!0},{path:`/approvals`,title:320,group:`work`,all:!0},{path:`/deliveries`,title:195,group:`operate`,all:!0},{path:`/log`,title:345,group:`operate`,all:!0},{path:`/transparency`,title:279,group:`operate`,all:!0},{path:`/integrity`,title:280,group:`operate`,all:!0},{path:`/erasures/:id`,title:281,needs:`admin`},{path:`/providers`,title:6,group:`appGroup`,needs:`lead`},{path:`/members`,title:7,group:`appGroup`,needs:`admin`},{path:`/app`,title:999,group:`appGroup`,needs:`admin`}];function B({tone:e=`plain`,children:t}){return v(`span`,{class:`badge ${e}`,title:typeof t==`string`?t:void 0},t)}var Qt={keep:`good`,delivered:`good`,done:`good`,accepted:`good`,arrived:`good`,completed:`good`,approved:`good`,closed:`good`,flag:`warn`,pending:`info`,waiting:`info`,running:`info`,on_its_way:`info`,refused:`bad`,half_open:`warn`,submitted:`info`,remove:`bad`,dead:`bad`,failed:`bad`,open:`bad`,disabled:`bad`,rejected:`plain`,shadow:`warn`};function $t(e){return Qt[e]??`plain`}var[en,tn,nn]=[420,170,24];function rn({title:e,labels:t,series:n,unit:r=``,band:i}){let a=Math.max(1,...n.flatMap(e=>e.values),...(i?.high??[]).map(e=>e??0)),o=e=>tn-e/a*(tn-16),s=n.every(e=>e.values.every(e=>e===0)),c=en/Math.max(1,t.length),l=Math.min(28,c*.8/Math.max(1,n.length)),u=Math.ceil(t.length/6),d=e=>Number(e>t.length-2)-Number(e<1);return v(`figure`,{class:`chart`},v(`figcaption`,null,v(`span`,null,e),n.length>1&&v(`span`,{class:`legend`},n.map((e,t)=>v(`span`,{key:e.name},v(`svg`,{width:`10`,height:`10`,"aria-hidden":`true`},v(`rect`,{width:`10`,height:`10`,class:`series${t}`})),` `,e.name)))),s?v(`p`,{class:`state`},I(382)):v(`svg`,{viewBox:`0 0 ${en} ${tn+nn}`,"aria-hidden":`true`},v(`line`,{x1:`0`,x2:en,y1:tn,y2:tn,class:`axis`}),v(`text`,{"dominant-baseline":`hanging`,class:`tick`},R(a),r),t.map((e,t)=>v(`g`,{key:e,transform:`translate(${t*c+c/2} 0)`},typeof i?.high[t]==`number`&&v(`rect`,{class:`band`,x:-c/2,y:o(i.high[t]),width:c,height:Math.max(1,o(i.low[t]??0)-o(i.high[t]))}),n.map((e,r)=>{let i=(e.values[t]??0)/a*(tn-16);return v(`rect`,{key:e.name,class:`series${r}`,x:(r-n.length/2)*l,y:tn-i,width:l-1,height:i})}),t%u===0&&v(`text`,{x:d(t)*c/2,y:tn+18,"text-anchor":[`start`,`middle`,`end`][d(t)+1],class:t/u%2==0?`tick`:`tick second`},e)))),v(`details`,null,v(`summary`,null,I(381)),v(`table`,{class:`numbers`},v(`caption`,{class:`unseen`},e),v(`thead`,null,v(`tr`,null,v(`td`,null),n.map(e=>v(`th`,{key:e.name,scope:`col`},e.name)),i&&v(`th`,{scope:`col`},i.name))),v(`tbody`,null,t.map((e,t)=>v(`tr`,{key:e},v(`th`,{scope:`row`},e),n.map(e=>v(`td`,{key:e.name},R(e.values[t]??0),r)),i&&v(`td`,null,i.high[t]===null?`–`:`${R(i.low[t]??0)}–${R(i.high[t]??0)}`)))))))}function an({title:e,rows:t}){let n=Math.max(1,...t.map(e=>e.value));return v(`figure`,{class:`chart`},v(`figcaption`,null,e),t.length===0&&v(`p`,{class:`state`},I(382)),v(`ul`,{class:`ranking`},t.map(e=>v(`li`,{key:e.name},v(`span`,{class:`line`,title:e.name},e.name),v(`meter`,{value:e.value,max:n,"aria-hidden":`true`}),v(`b`,null,R(e.value))))))}function on({title:e,children:t}){return v(`div`,{class:`page-head`},v(`h1`,null,e),t)}function sn(e){return e instanceof Ct?e.offline?I(378):e.status>=500?`${I(377)} ${e.request}`.trim():e.status===403?`${I(379)} ${e.message}`.trim():e.status===404?I(380):e.message:e instanceof Error?e.message:String(e)}function cn(){return v(`p`,{class:`state loading`,role:`status`},I(363))}function ln({children:e}){return v(`div`,{class:`state`},e??I(365))}function un({error:e,retry:t}){return v(`div`,{class:`state problem`,role:`alert`},v(`p`,null,I(366,{why:sn(e)})),t&&v(`button`,{onClick:t},I(362)))}function V(e,t){let[n,r]=k({loading:!0}),i=qe(0),a=qe(e);a.current=e;let o=Ye(()=>{let e=i.current+=1;r(e=>({...e,loading:!0})),a.current().then(t=>e===i.current&&r({data:t,loading:!1}),t=>e===i.current&&r(e=>({...e,error:t,loading:!1})))},[]),s=JSON.stringify(t),c=qe(s);return A(()=>(c.current!==s&&r({loading:!0}),c.current=s,o(),()=>void(i.current+=1)),[s,o]),{data:n.data,error:n.error,loading:n.loading,reload:o}}function H({of:e,children:t}){return e.error!==void 0&&e.data===void 0?v(un,{error:e.error,retry:e.reload}):e.data===void 0?v(cn,null):v(b,null,e.error!==void 0&&v(un,{error:e.error,retry:e.reload}),t(e.data))}function dn({numeric:e,width:t}){return[e&&`numeric`,t].filter(Boolean).join(` `)}function fn({caption:e,columns:t,rows:n,id:r}){return v(`table`,{class:`table`},v(`caption`,{class:`unseen`},e),v(`thead`,null,v(`tr`,null,t.map(e=>v(`th`,{key:e.title,scope:`col`,class:dn(e)},Yt(e.title))))),v(`tbody`,null,n.map(e=>v(`tr`,{key:r(e)},t.map(t=>v(`td`,{key:t.title,"data-title":Yt(t.title),class:dn(t)},t.cell(e)))))))}function pn({pages:e,empty:t,...n}){let{rows:r,loading:i,error:a,more:o}=e;return v(b,null,r.length>0&&v(fn,{...n,rows:r}),r.length===0&&!i&&a===void 0&&v(ln,null,t),a!==void 0&&v(un,{error:a,retry:e.reload}),i&&v(cn,null),o&&v(`button`,{class:`more`,onClick:o},I(364)))}function mn(e){let t=typeof e==`number`?hn(e):typeof e==`string`?gn(e):null;return t&&!Number.isNaN(t.getTime())&&Math.abs(t.getFullYear())<1e4?t:null}function hn(e){return!Number.isFinite(e)||e<=0?null:e>0x16345785d8a0000?new Date(e/1e6):e>0x5af3107a4000?new Date(e/1e3):new Date(e>1e11?e:e*1e3)}function gn(e){return e?new Date(e):null}var _n=[[`year`,31536e3],[`month`,2592e3],[`day`,86400],[`hour`,3600],[`minute`,60],[`second`,1]];function vn(e,t=Date.now()){let n=Math.round((e.getTime()-t)/1e3),r=Gt.value===`de`?`short`:`narrow`,i=new Intl.RelativeTimeFormat(Kt.value,{numeric:`auto`,style:r});for(let[e,t]of _n)if(Math.abs(n)>=t||e===`second`)return i.format(Math.trunc(n/t),e);return``}function yn(e){return new Intl.DateTimeFormat(Kt.value,{dateStyle:`medium`,timeStyle:`medium`}).format(e)}function bn(e){return new Intl.DateTimeFormat(Kt.value,{timeStyle:`short`}).format(e)}function xn(e){let t=mn(`${e}T12:00:00Z`);return t?new Intl.DateTimeFormat(Kt.value,{day:`numeric`,month:`short`}).format(t):e}function Sn(e){let[t,n]=e<120?[`second`,1]:e<7200?[`minute`,60]:e<172800?[`hour`,3600]:[`day`,86400];return new Intl.NumberFormat(Kt.value,{style:`unit`,unit:t,maximumFractionDigits:0}).format(e/n)}var Cn=E(Date.now());setInterval(()=>Cn.value=Date.now(),15e3);function U({at:e,full:t=!1}){let n=mn(e);return n?v(`time`,{dateTime:n.toISOString(),title:yn(n)},t?yn(n):vn(n,Cn.value)):v(`span`,{class:`faint`},`–`)}var wn=E([]),Tn=0;function W(e,{bad:t=!1}={}){let n={id:Tn+=1,text:e,bad:t};wn.value=[...wn.value.slice(-3),n],setTimeout(()=>Dn(n.id),t?12e3:5e3)}function En(e){W(sn(e),{bad:!0})}function Dn(e){wn.value=wn.value.filter(t=>t.id!==e)}function On(){return v(`div`,{class:`toasts`,role:`status`,"aria-live":`polite`},wn.value.map(e=>v(`button`,{key:e.id,class:e.bad?`toast bad`:`toast`,onClick:()=>Dn(e.id)},e.text)))}var kn=6e4,An=new Map,jn=E({});async function Mn(e){let t=e===`queues`?`/api/v2/moderation/queues`:`/api/v1/${e}`,n=[];for(let r=``;r!=null;){let i=await N(`get`,t,{query:e===`queues`?{}:{limit:100,cursor:r}});n.push(...i[e]??[]),r=i.next}return n}function Nn(e){let t=An.get(e);if(t&&Date.now()-t.at<kn)return t.rows;let n=Mn(e);return An.set(e,{at:Date.now(),rows:n}),n.then(t=>jn.value={...jn.value,...Object.fromEntries(t.map(t=>[`${e} ${t.id}`,t.name]))},()=>void 0),n}function Pn(e,t){return t&&(Nn(e),jn.value[`${e} ${t}`]||t)}var Fn={mark_reviewed:`reopen`,block:`unblock`,shadow_block:`unblock`,unblock:`block`,delete_message:`restore`,delete_activity:`restore`,delete_comment:`restore`,delete_reaction:`restore`,ban:`unban`,escalate:`de_escalate`,de_escalate:`escalate`},In=[`delete_message`,`delete_activity`,`delete_comment`,`delete_reaction`,`block`],Ln=new Set([...In,`shadow_block`,`ban`,`delete_user`]);function Rn(e,t){return e.entity_type===`stream:user`?`ban`:In.find(e=>t.includes(e))??`block`}function zn(e){return In.includes(e)}var Bn=new Set([`delete_user`,`delete_user_messages`]);function Vn(e,t){return Bn.has(e)||e===`ban`&&!!t}function G(e){return L(`action`,e,``)||Pn(`actions`,e)}function Hn(e){return L(`a`,e,``)||Pn(`actions`,e)}function Un(e,t,n,r={}){let i={...r,...n&&Ln.has(e)?{reason:n}:{}};return{action_type:e,item_id:t.id,...n?{decision_reason:n}:{},...Object.keys(i).length>0?{[e]:i}:{}}}function Wn(e,t,n){let r=n?{decision_reason:n}:{};return{action_type:`custom`,item_id:t.id,custom:{id:e},...r}}function Gn(e,t){let n={item_id:e.item_id??null};if(e.action_type===`custom`){let r=e.custom?.id,i=r===void 0?void 0:t.get(r);return i===void 0?null:{...n,action_type:`custom`,custom:{id:i}}}let r=Fn[e.action_type];return r===void 0?null:{...n,action_type:r}}var Kn=4e3;function qn(e){return L(`delivery`,e)}function Jn({action_id:e,endpoint_kind:t}){return Hn(e)||L(`delivery`,t)}function Yn({kind:e,name:t}){return e===`action`?t:`${L(`delivery`,e)} ${t.slice(0,6)}`}function Xn({of:e}){let t=e.data?.deliveries.some(({state:e})=>e===`pending`||e===`waiting`)??!1;return A(()=>{if(!t)return;let n=setInterval(()=>!document.hidden&&e.reload(),Kn);return()=>clearInterval(n)},[t,e.reload]),v(`section`,{class:`card stack`,"aria-label":I(478)},v(`h2`,null,I(478)),v(H,{of:e},({deliveries:t})=>t.length===0?v(`p`,{class:`faint`},I(479)):v(`ul`,{class:`stack`},t.map(t=>v(Zn,{key:t.id,delivery:t,reload:e.reload})))))}function Zn({delivery:e,reload:t}){let[n,r]=k(!1),i=e.last_attempt,a=dt(`moderator`)&&(e.state===`dead`||e.state===`pending`&&e.attempts>0),o=async()=>{r(!0);try{await P.post(`/api/v1/deliveries/{id}/retry`,{path:{id:e.id}}),W(I(482)),t()}catch(e){En(e)}finally{r(!1)}};return v(`li`,{class:`delivery`,"data-state":e.state},v(`div`,{class:`row spread`},v(`span`,{class:`row`},v(`b`,{title:e.endpoint},Jn(e)),v(B,{tone:$t(e.state)},qn(e.state)),v(`span`,{class:`faint`},I(480,{n:e.attempts}))),a&&v(`button`,{disabled:n,onClick:()=>void o()},I(481))),v(`p`,{class:`hint`},v(U,{at:e.delivered_at??i?.at??e.created_at}),i&&e.state!==`delivered`&&` · ${i.status??i.error??``} ${i.detail}`,e.state===`pending`&&e.next_attempt_at&&v(b,null,` · `,v(U,{at:e.next_attempt_at})),e.reason&&` · ${e.reason}`))}var Qn=1200,$n=14,er=/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu,tr=/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;function nr({text:e}){let t=[],n=0;for(let r of e.matchAll(er)){if(t.push(e.slice(n,r.index)),r[0]===`‍`||r[0]===`‌`)t.push(r[0]);else{let e=I(462,{code:`U+${(r[0].codePointAt(0)??0).toString(16).toUpperCase().padStart(4,`0`)}`});t.push(v(`span`,{class:`control`,role:`img`,"aria-label":e,title:e},tr.test(r[0])?`⇄`:`·`))}n=r.index+r[0].length}return t.push(e.slice(n)),v(b,null,t)}function rr(e,t){let n=[...new Set(t.flatMap(e=>[e.start,e.end]))].sort((e,t)=>e-t),r=new Map,[i,a]=[0,0];for(let t of n){for(;i<t&&a<e.length;)a+=(e.codePointAt(a)??0)>65535?2:1,i+=1;r.set(t,a)}return t.map(e=>({term:e.term,start:r.get(e.start)??0,end:r.get(e.end)??0}))}function ir(e,t,n){let r=rr(e,t).sort((e,t)=>e.start-t.start),i=[],a=0;for(let t of r){let[r,o]=[Math.max(t.start,a),Math.min(t.end,n)];r>=o||(r>a&&i.push({text:e.slice(a,r)}),i.push({text:e.slice(r,o),mark:t}),a=o)}return a<n&&i.push({text:e.slice(a,n)}),i}function ar(e){let t=0;for(let n=0;n<$n;n+=1){let r=e.indexOf(`
`,t);if(r===-1)break;if(t=r+1,n===13)return Math.min(t,Qn)}return e.length>Qn?Qn:e.length}function K({text:e,marks:t=[]}){let[n,r]=k(!1),i=ar(e),a=i<e.length;return v(`div`,{class:`written`},v(`p`,{dir:`auto`},ir(e,t,n?e.length:i).map(e=>e.mark?v(`mark`,{title:I(451,{term:e.mark.term})},v(nr,{text:e.text}),e.mark.term&&e.mark.term!==e.text&&v(`small`,null,` `,e.mark.term)):v(nr,{text:e.text})),a&&!n&&`…`,!e&&v(`span`,{class:`faint`},I(374))),a&&v(`button`,{class:`quiet`,onClick:()=>r(!n)},n?I(373):I(372,{n:R(e.length)})))}function or({text:e}){return v(`span`,{class:`line`,dir:`auto`},v(nr,{text:e.slice(0,300)}))}function sr({kind:e,type:t,custom:n}){let r=Pn(`actions`,String(n.action_id??``));if(e===`action`||e===`review`)return t===`custom`&&r?r:G(t);let i=t.replace(RegExp(`^(${e}|reports|complaints)_`),``);return Yt([r||L(`o`,e),i.startsWith(e)?r&&L(`o`,e):L(`o`,i)].filter(Boolean).join(`: `))}function cr({of:e}){return v(`section`,{class:`card stack`,"aria-label":I(483)},v(`h2`,null,I(483)),v(H,{of:e},({entries:e})=>e.length===0?v(`p`,{class:`faint`},I(484)):v(`ol`,{class:`history`},e.map(e=>v(`li`,{key:e.id},v(`span`,{class:`row`},v(U,{at:e.at}),` `,v(`b`,null,sr(e)),v(`span`,{class:`faint`},I(485,{who:e.by||I(486)})),e.result!==`done`&&v(B,null,L(`o`,e.result))),e.reason&&v(K,{text:e.reason}))))))}var lr={reason1:[`1`],reason2:[`2`],reason3:[`3`],reason4:[`4`],reason5:[`5`],reason6:[`6`],reason7:[`7`],reason8:[`8`],reason9:[`9`],next:[`j`,`ArrowDown`],previous:[`k`,`ArrowUp`],open:[`o`,`Enter`],select:[`x`],selectRange:[`Shift+x`],selectPage:[`*`],close:[`Escape`],keep:[`a`],remove:[`d`],ban:[`b`],skip:[`s`],escalate:[`e`],flag:[`f`],others:[`p`],undo:[`z`,`u`],note:[`n`],context:[`c`],unveil:[`v`],mute:[`m`],translate:[`t`],refresh:[`r`],filter:[`/`],palette:[`:`],help:[`?`],goOverview:[`g o`],goQueue:[`g q`],goUsers:[`g u`],goRules:[`g r`],goLog:[`g l`],goAppeals:[`g a`],goDeliveries:[`g d`],goContent:[`g c`],goSettings:[`g s`]},ur={gavel:lr,ozone:{...lr,next:[`ArrowRight`,`j`],previous:[`ArrowLeft`,`k`],remove:[`t`],flag:[`l`],note:[`c`],context:[`w`],translate:[`Shift+t`]},coral:{...lr,keep:[`f`],remove:[`d`],flag:[`l`],context:[`c`],skip:[`s`]}},dr=250,fr=1200,pr=Ee(()=>{let{preset:e,own:t}=F.value.keys;return{...ur[e],...t}}),mr=Ee(()=>{let e=new Map;for(let t of Object.keys(vc))for(let n of pr.value[t])e.has(n)||e.set(n,t);return e}),hr=[],gr=``,_r=0,vr=0;function yr(){vr=performance.now()}function br(e){if(e.ctrlKey||e.metaKey||e.altKey||e.isComposing)return``;let{key:t}=e;return[`Shift`,`Control`,`Alt`,`Meta`,`CapsLock`,`Dead`,`Tab`].includes(t)?``:/^\p{L}$/u.test(t)?e.shiftKey?`Shift+${t.toLowerCase()}`:t.toLowerCase():t}function xr(e){return e instanceof HTMLElement?e.isContentEditable||e instanceof HTMLTextAreaElement||e instanceof HTMLSelectElement?!0:e instanceof HTMLInputElement&&![`checkbox`,`radio`,`button`,`submit`,`reset`].includes(e.type):!1}function Sr(e,t){return t instanceof HTMLElement?e===`Enter`||e===` `?t.closest(`a,button,summary,input`)!==null:e.startsWith(`Arrow`)?t.closest(`[role=tablist],input,video,audio`)!==null:!1:!1}function Cr(e,t){return hr.findLast(n=>n[t][e])?.[t][e]}function wr(){return xc().filter(e=>Cr(e,`press`))}function Tr(e){Cr(e,`press`)?.(new KeyboardEvent(`keydown`))}function Er(e){if(e.defaultPrevented||!F.value.keys.on)return;let t=br(e);if(!t||xr(e.target)||Sr(t,e.target)||document.querySelector(`dialog[open]`))return;let n=performance.now(),r=gr&&n-_r<fr?`${gr} ${t}`:t;gr=``;let i=mr.value.get(r)??mr.value.get(t);if(i===void 0){[...mr.value.keys()].some(e=>e.startsWith(`${t} `))&&([gr,_r]=[t,n]);return}let a=Cr(i,`press`);a&&bc(i)&&(e.preventDefault(),yc(i).decides&&(e.repeat||n-vr<dr)||a(e))}function Dr(e){let t=mr.value.get(br(e));t&&Cr(t,`release`)?.(e)}window.addEventListener(`keydown`,Er),window.addEventListener(`keyup`,Dr);function Or(e,t={}){let n=qe({press:e,release:t});n.current.press=e,n.current.release=t,A(()=>{let e=n.current;return hr.push(e),()=>void hr.splice(hr.indexOf(e),1)},[])}var kr=`/dashboard`;function Ar(){return{path:(location.pathname.startsWith(kr)?location.pathname.slice(10):location.pathname)||`/`,query:new URLSearchParams(location.search)}}var jr=E(Ar()),Mr=Ee(()=>jr.value.path);window.addEventListener(`popstate`,()=>jr.value=Ar());function q(e){return kr+e}function Nr(e,{replace:t=!1}={}){let n=q(e);if(n===location.pathname+location.search)return;t?history.replaceState(null,``,n):history.pushState(null,``,n);let r=Ar().path!==jr.value.path;jr.value=Ar(),r&&window.scrollTo(0,0)}function J(e,{replace:t=!0}={}){let n=new URLSearchParams(jr.value.query);for(let[t,r]of Object.entries(e))r===void 0||r===``?n.delete(t):n.set(t,r);let r=n.toString();Nr(jr.value.path+(r?`?${r}`:``),{replace:t})}function Y(e){return jr.value.query.get(e)??``}function Pr(e,t){let n=e.split(`/`),r=t.replace(/\/+$/,``).split(`/`);if(e===`/`)return t===`/`?{}:null;if(n.length!==r.length)return null;let i={};for(let[e,t]of n.entries()){let n=r[e]??``;if(t.startsWith(`:`))i[t.slice(1)]=Fr(n);else if(t!==n)return null}return i}function Fr(e){try{return decodeURIComponent(e)}catch{return e}}function Ir(e){if(e.defaultPrevented||e.button!==0||e.metaKey||e.ctrlKey||e.shiftKey||e.altKey)return;let t=e.target?.closest?.(`a[href]`);!(t instanceof HTMLAnchorElement)||t.target||t.hasAttribute(`download`)||t.origin===location.origin&&t.pathname.startsWith(`${kr}/`)&&(t.pathname.startsWith(`${kr}/sign_in`)||(e.preventDefault(),Nr(t.pathname.slice(10)+t.search)))}var Lr=14;function Rr(){let e=V(()=>P.get(`/api/v1/overview`,{query:{days:Lr}}),[]),t=V(()=>P.post(`/api/v2/moderation/review_queue`,{body:{stats_only:!0}}),[]),n=V(async()=>ft()?P.get(`/api/v1/log`,{query:{unread:!0,limit:5}}):void 0,[]),r=V(()=>P.get(`/api/v1/endpoints`,{query:{limit:100}}),[]),i=V(()=>P.get(`/api/v2/moderation/queues`),[]);return Or({refresh:()=>{for(let a of[e,t,n,r,i])a.reload()}}),v(b,null,v(on,{title:I(339)}),v(`dl`,{class:`tiles`},[`texts`,`media`,`users`].map(e=>v(Br,{key:e,name:I(`tile.${e}`),to:`/queue/${e}`},t.data?R(t.data.stats[e]??0):`…`)),v(Br,{name:I(383),to:`/queue/all?sort=oldest`},e.data?v(U,{at:e.data.oldest_at}):`…`),v(Br,{name:I(384),to:`/queue/reviewed`},e.data?R(e.data.days.at(-1)?.decided??0):`…`),v(Br,{name:I(983),to:`/queue/reviewed`},typeof e.data?.median_seconds==`number`?Sn(e.data.median_seconds):`–`),ft()&&v(Br,{name:I(385),to:`/log?unread=true`},n.data?R(n.data.unread):`…`)),v(`div`,{class:`grid`},v(`section`,{class:`card`},v(H,{of:e},({days:e})=>v(rn,{title:I(386),labels:e.map(e=>xn(e.date)),series:[{name:I(387),values:e.map(e=>e.arrived)},{name:I(388),values:e.map(e=>e.decided)},{name:I(396),values:e.map(e=>e.automatic)}]}))),v(`section`,{class:`card`},v(`h2`,null,I(389)),v(H,{of:e},({by_moderator:e})=>v(zr,{rows:e}))),v(`section`,{class:`card`},v(H,{of:e},({by_policy:e})=>v(an,{title:I(401),rows:e.map(e=>({name:e.config_key||`–`,value:e.arrived}))}))),v(`section`,{class:`card`},v(`h2`,null,I(393)),v(H,{of:i},({queues:e})=>e.length===0?v(ln,null,I(394)):v(`ul`,{class:`stack`},e.map(e=>v(`li`,{key:e.id,class:`row spread`},v(`a`,{href:q(`/queue/${e.id}`)},e.name),v(`span`,null,I(442,{n:e.item_count}),` `,e.oldest_at&&v(U,{at:e.oldest_at}))))))),v(`section`,{class:`card`},v(`h2`,null,I(390)),v(H,{of:r},({endpoints:e})=>{let t=e.filter(e=>e.state!==`closed`||e.failures>0);return t.length===0?v(ln,null,I(391)):v(`ul`,{class:`stack`},t.map(e=>v(`li`,{key:e.id,class:`row spread`},v(`span`,{class:`line`},Yn(e)),v(`span`,null,v(B,{tone:$t(e.state)},L(`o`,e.state)),` `,I(392,{n:e.failures})))))}))),ft()&&v(Vr,{of:n}))}function zr({rows:e}){return e.length===0?v(ln,null):v(fn,{caption:I(389),rows:e,id:e=>e.name,columns:[{title:I(854),cell:e=>e.name},{title:I(949),numeric:!0,cell:e=>R(e.decided)},{title:I(397),numeric:!0,cell:e=>R(e.removed)},{title:I(398),numeric:!0,cell:e=>R(e.overturned)},...e.some(e=>e.opened>0)?[{title:I(399),numeric:!0,cell:e=>R(e.opened)},{title:I(400),numeric:!0,cell:e=>R(e.severe)}]:[]]})}function Br({name:e,to:t,children:n}){return v(`div`,{class:`card tile`},v(`dt`,null,e),v(`dd`,null,v(`a`,{href:q(t)},n)))}function Vr({of:e}){return v(`section`,{class:`stack overview-failures`},v(`h2`,null,I(395)),v(H,{of:e},e=>v(fn,{caption:I(395),rows:e?.entries??[],id:e=>e.id,columns:[{title:I(371),width:`narrow`,cell:e=>v(U,{at:e.at})},{title:I(854),cell:e=>sr(e)},{title:I(370),width:`wide`,cell:e=>e.reason||String(e.custom.detail??``)}]})))}var Hr=E({decision_reasons:[],act_needs_reason:!1,keep_needs_reason:!1,blur:!0,grey:!0,mute:!0,veil_text_labels:[],space_severity:0,space_labels:[],translate_url:``});async function Ur(){Hr.value=(await P.get(`/api/v1/page_settings`)).page_settings}var Wr=Ee(()=>{let{media:e,veiled:t,apart:n}=F.value,{blur:r,grey:i,mute:a,veil_text_labels:o,space_severity:s,space_labels:c}=Hr.value,l=n.severity??s,u=n.labels??c,d={labels:u,...l>0&&{severity:l}};return{blur:e.blur??r,grey:e.grey??i,mute:e.mute??a,veiled:t??o,spacing:l>0||u.length>0?d:void 0}});function Gr(e){return e.decision_reasons.slice(0,9)}var Kr=`/api/v2/moderation/review_queue`,qr=120;function Jr(e,t){return{filter:{id:e},limit:1,lock_items:t,exclude_default_action_config:!0,...t?{lock_count:1,lock_duration:qr}:{}}}async function Yr(e){await P.post(Kr,{body:Jr(e,!0)})}function Xr(e){N(`post`,Kr,{body:Jr(e,!1),keepalive:!0}).catch(()=>void 0)}var Zr=[2e3,5e3,15e3,3e4,6e4],X=E([]),Qr=E(new Map),$r=E(new Map),ei=Ee(()=>new Set(X.value.map(e=>e.item.id))),ti=Ee(()=>X.value.filter(e=>e.state===`held`)),ni=Ee(()=>X.value.filter(e=>e.state===`waiting`)),ri;function ii(e,t){X.value=X.value.map(n=>n.id===e?{...n,...t}:n)}function ai(e){X.value=X.value.filter(t=>t.id!==e)}function oi(e){return e.state===`held`||e.state===`waiting`}function si(){return`gavel.decisions.${lt.value?.id??``}`}function ci(e,t,n){let r=Date.now(),i=e.version?{if_version:e.version}:{},a={id:Tt(),item:e,body:{...t,...i},title:n,state:`held`,madeAt:r,sendAt:r+F.value.pause*1e3,tries:0};li(e.id);let o=new Set(X.value.filter(e=>e.state===`sent`).slice(0,-50));X.value=[...X.value.filter(e=>!o.has(e)),a],pi()}function li(e){if(!Qr.value.has(e))return;let t=new Map(Qr.value);t.delete(e),Qr.value=t}async function ui(e=X.value.findLast(e=>e.state!==`sending`)){if(!e){W(I(502));return}if(oi(e))return ai(e.id),Xr(e.item.id),W(I(495)),e.item;let t=Gn(e.body,$r.value);if(!t)W(I(497,{what:e.title}),{bad:!0});else{try{await P.post(`/api/v2/moderation/submit_action`,{body:t})}catch(e){W(I(498,{what:I(491),why:sn(e)}),{bad:!0});return}return ai(e.id),W(I(496,{what:e.title})),e.item}}function di(e){ai(e.id),Xr(e.item.id),W(I(505,{what:e.title}))}async function fi(e=!1){let t=Date.now(),n=X.value.filter(n=>oi(n)&&(e||n.sendAt<=t));await Promise.all(n.map(mi)),pi()}function pi(){clearTimeout(ri);let e=Math.min(...X.value.filter(oi).map(e=>e.sendAt));Number.isFinite(e)&&!st.value&&(ri=setTimeout(()=>void fi(),Math.max(0,e-Date.now())+5))}async function mi(e){ii(e.id,{state:`sending`});try{e.uncertain&&await gi(e)||!(await P.post(`/api/v2/moderation/submit_action`,{body:e.body,id:e.id})).approval||W(I(632,{what:e.title})),ii(e.id,{state:`sent`})}catch(t){if(!(t instanceof Ct))throw t;await _i(e,t)}}async function hi(e){return(await P.get(`/api/v2/moderation/review_queue/{id}`,{path:{id:e}})).item}async function gi(e){return(await hi(e.item.id)).actions.some(t=>t.type===e.body.action_type&&mt(t.user_id)&&(mn(t.created_at)?.getTime()??0)>=e.madeAt-6e4)}async function _i(e,t){if(t.passing||t.status===401){let n=Zr[Math.min(e.tries,Zr.length-1)]??6e4;ii(e.id,{state:`waiting`,tries:e.tries+1,sendAt:Date.now()+n,problem:sn(t),uncertain:e.uncertain===!0||t.status!==401});return}let n=t.status===409,r=n?await vi(e):I(498,{what:e.title,why:sn(t)});ai(e.id),Xr(e.item.id),Qr.value=new Map(Qr.value).set(e.item.id,{text:r,isStale:n}),W(r,{bad:!0})}async function vi(e){try{let t=await hi(e.item.id);if(t.reviewed_by&&t.latest_moderator_action)return I(500,{who:t.reviewed_by,what:G(t.latest_moderator_action)})}catch{}return I(501)}function yi(){let e=localStorage.getItem(si());if(e)try{let t=new Set(X.value.map(e=>e.id));X.value=[...JSON.parse(e).filter(e=>!t.has(e.id)).map(e=>({...e,state:`waiting`,sendAt:Date.now(),uncertain:!0})),...X.value],pi()}catch{localStorage.removeItem(si())}}function bi(){for(let e of ti.value)N(`post`,`/api/v2/moderation/submit_action`,{body:e.body,id:e.id,keepalive:!0}).catch(()=>void 0)}var xi=!1;De(()=>{let e=X.value.filter(e=>e.state!==`sent`);lt.value&&(e.length>0?localStorage.setItem(si(),JSON.stringify(e)):xi&&localStorage.removeItem(si()),xi=e.length>0)}),De(()=>{st.value||pi()}),window.addEventListener(`pagehide`,bi),window.addEventListener(`online`,()=>{wt.value=!0;for(let e of ni.value)ii(e.id,{sendAt:Date.now()});pi()});var Si=[`content`,`image`];async function Ci(e){let t=e.moderation_payload_hash,n=Object.values(e.image_hashes??{})[0],r=async t=>{let{items:n}=await P.post(`/api/v2/moderation/review_queue`,{body:{filter:{...t,reviewed:!1},limit:12,exclude_default_action_config:!0}});return{filter:t,count:n.filter(t=>t.id!==e.id).length}},i=M(`oversee`)&&wi(e),[a,o,s]=await Promise.all([t?r({moderation_payload_hash:t}):void 0,n?r({image_hash:n}):void 0,i?r({entity_creator_id:i}):void 0]);return{content:a,image:o,author:s}}function wi(e){return e.entity_creator_id||(e.entity_type===`stream:user`?e.entity_id:``)}function Ti(e){return P.get(`/api/v1/items/{id}/rules`,{path:{id:e},query:{limit:50}})}function Ei(e){return P.get(`/api/v1/reports`,{query:{item_id:e,limit:100}})}function Di(e){return P.get(`/api/v1/deliveries`,{query:{item_id:e,limit:20}})}function Oi(e){return P.get(`/api/v1/log`,{query:{item_id:e,limit:50}})}async function ki(e){let t=P.post(`/api/v2/moderation/review_queue`,{body:{filter:{entity_creator_id:e,reviewed:!0},limit:20,exclude_default_action_config:!0}}),n=P.get(`/api/v1/users/{id}/strikes`,{path:{id:e}}),[{items:r},{totals:i}]=await Promise.all([t,n]);return{decided:r,strikes:i}}var Ai=new Map;function ji(e){return e.catch(()=>void 0),e}function Mi(e){let t=`${e.id} ${e.updated_at}`,n=Ai.get(t);if(n)return n;let r={rules:ji(Ti(e.id)),reports:ji(Ei(e.id)),deliveries:ji(Di(e.id)),history:ji(Oi(e.id)),author:ji(e.entity_creator_id?ki(e.entity_creator_id):Promise.resolve({decided:[],strikes:{}})),alike:ji(Ci(e))};Ai.set(t,r);for(let e of[...Ai.keys()].slice(0,-40))Ai.delete(e);return r}var Ni=120;function Pi(e){let t=`${e.id} ${e.updated_at}`,[n,r]=k(``);return A(()=>{let e=setTimeout(()=>r(t),Ni);return()=>clearTimeout(e)},[t]),n===t||Ai.has(t)}var Fi=new Promise(()=>void 0);function Ii(e,t,n){return n?Mi(e)[t]:Fi}function Li(e){Ai.delete(`${e.id} ${e.updated_at}`)}var Ri=25,zi=12,Bi=25,Vi=100,Hi=class{search;spacing;items=E([]);loading=E(!0);error=E(void 0);stats=E({});buttons=E({own:{},standard:{}});elsewhere=E(new Map);shown;next;turn=0;gone=E(new Set);constructor(e,t){this.search=e,this.spacing=t,this.shown=Ee(()=>{let e=new Set(X.value.map(e=>e.item.id)),t=this.gone.value,n=new Map(X.value.filter(({body:e})=>Vn(e.action_type,e.ban?.delete_messages)).map(({item:e,madeAt:t})=>[wi(e),t])),r=e=>Wi(e,n.get(wi(e))??0);return this.items.value.filter(n=>!e.has(n.id)&&!t.has(n.id)&&!r(n))})}get hasMore(){return this.next!==void 0}async load(){this.next=void 0,await this.read(void 0)}async more(){this.next!==void 0&&!this.loading.value&&await this.read(this.next)}ahead(e){this.shown.value.length-e<zi&&this.more()}async read(e){let t=this.turn+=1;this.loading.value=!0;try{let n=await P.post(`/api/v2/moderation/review_queue`,{body:{filter:this.search.filter,sort:this.search.sort.map(e=>({...e})),limit:Ri,...this.spacing&&{space_severe:this.spacing},...e===void 0?{}:{next:e,exclude_default_action_config:!0}}});if(t!==this.turn)return;Te(()=>{let t=new Set(e===void 0?[]:this.items.value.map(e=>e.id)),r=n.items.filter(e=>!t.has(e.id));this.items.value=e===void 0?r:[...this.items.value,...r],e===void 0&&(this.elsewhere.value=new Map,this.gone.value=new Set,this.buttons.value={own:n.action_config,standard:n.default_action_config??{}}),this.stats.value=n.stats,this.next=n.next||void 0,this.error.value=void 0,this.loading.value=!1})}catch(e){if(t!==this.turn)return;this.error.value=e,this.loading.value=!1}}async all(e){for(;this.next!==void 0&&this.shown.value.length<e;){let e=this.items.value.length;if(await this.read(this.next),this.error.value!==void 0||this.items.value.length===e)break}return this.shown.value.slice(0,e)}putAway(e){this.gone.value=new Set([...this.gone.value,...e])}bringBack(e){let t=new Set(this.gone.value);t.delete(e),this.gone.value=t}async watch(e){let t=Math.max(0,e-5),n=this.shown.value.slice(t,t+Bi);if(n.length===0)return;let r=this.turn,i=await this.asked(n),a=new Set(n.filter(e=>!i.has(e.id)).map(wi)),o=this.items.value.filter(e=>a.has(wi(e))&&!n.includes(e)).filter(e=>wi(e)&&!this.elsewhere.value.has(e.id)).slice(0,Vi);if(o.length>0)for(let[e,t]of await this.asked(o))i.set(e,t);r===this.turn&&Te(()=>{let e=this.items.value;this.items.value=e.map(e=>{let t=i.get(e.id);return t&&(t.updated_at!==e.updated_at||t.assigned_to?.id!==e.assigned_to?.id)?t:e}),this.note([...n,...o],i)})}async asked(e){let t=await P.post(`/api/v2/moderation/review_queue`,{body:{filter:{id:{$in:e.map(e=>e.id)}},limit:e.length,exclude_default_action_config:!0}});return this.stats.value=t.stats,new Map(t.items.map(e=>[e.id,e]))}note(e,t){let n=new Map(this.elsewhere.value);for(let r of e){let e=t.get(r.id);e||n.set(r.id,{who:``,what:``}),e&&e.reviewed_at&&!r.reviewed_at&&!mt(e.reviewed_by)&&n.set(r.id,{who:e.reviewed_by,what:e.latest_moderator_action}),e&&!e.reviewed_at&&n.delete(r.id)}for(let[e,{at:t,...r}]of Gi(this.items.value))for(let i of this.items.value)wi(i)===e&&!n.has(i.id)&&!i.reviewed_at&&Wi(i,t)&&n.set(i.id,r);this.elsewhere.value=n}};function Ui(e){return mn(e)?.getTime()??0}function Wi(e,t){return Ui(e.created_at)<t}function Gi(e){let t=new Map;for(let n of e){let e=n.actions.find(({type:e,custom:t})=>Vn(e,t?.delete_messages)),r=Ui(n.entity_creator?.deleted_at),i=Math.max(r,n.reviewed_at?Ui(e?.created_at):0);i===0||(t.get(wi(n))?.at??0)>=i||t.set(wi(n),{at:i,who:e?.user_id??``,what:e?.type??`delete_user`})}return t}var Ki={all:{title:198,filter:{reviewed:!1}},texts:{title:1273,filter:{reviewed:!1,has_text:!0},stat:`texts`},media:{title:1272,filter:{reviewed:!1,$or:[{has_image:!0},{has_video:!0},{has_audio:!0}]},stat:`media`},users:{title:1274,filter:{reviewed:!1,entity_type:`stream:user`},stat:`users`},reports:{title:2,filter:{reviewed:!1,reporter_type:`user`}},escalated:{title:403,filter:{reviewed:!1,escalated:!0}},reviewed:{title:404,filter:{reviewed:!0}}},qi={newest:[{field:`created_at`,direction:-1}],oldest:[{field:`created_at`,direction:1}],gravest:[{field:`severity`,direction:-1}]},Ji=[`label`,`severity`,`config_key`,`entity_creator_id`,`entity_type`,`moderation_payload_hash`,`image_hash`],Yi={$in:[`user`,`moderator`,`admin`]},Xi={people:{reporter_type:Yi},machines:{$nor:[{reporter_type:Yi}]},others:{reported_by_me:!1},me:{reported_by_me:!0}};function Zi(){let e={};for(let t of Ji){let n=jr.value.query.get(t);n&&(e[t]=n)}return e}function Qi(e,t){let n=t?.find(t=>t.id===e),r=Ki[e]?.filter??n?.filters;if(!r)return null;let i={...r};for(let[e,t]of Object.entries(Zi()))i[e]=e===`severity`?{$gte:Number(t)||0}:t;let a=Xi[jr.value.query.get(`reported`)];a&&(i.$and=[...i.$and??[],a]);let o=jr.value.query.get(`sort`),s=o&&o in qi?qi[o]:void 0,c=n?.sort;return{filter:i,sort:s??(c?.length?c:qi[e===`reviewed`?`newest`:`oldest`])}}async function $i(){return(await P.get(`/api/v2/moderation/queues`)).queues}function ea({send:e,...t}){return v(`form`,{...t,onSubmit:t=>{t.preventDefault(),e?.()}})}function ta({label:e,hint:t,error:n,children:r}){let i=Xe(),a=`${i}-about`;return v(`div`,{class:`field`},v(`label`,{htmlFor:i},e),r({id:i,"aria-describedby":t||n?a:void 0,"aria-invalid":n?!0:void 0}),(t||n)&&v(`p`,{id:a,class:n?`wrong`:`hint`},n??t))}function Z({label:e,hint:t,error:n,value:r,change:i,type:a=`text`,...o}){return v(ta,{label:e,hint:t,error:n},e=>v(`input`,{type:a,...o,...e,value:r,onInput:e=>i(e.currentTarget.value)}))}function na({label:e,hint:t,error:n,value:r,change:i,rows:a=4,...o}){return v(ta,{label:e,hint:t,error:n},e=>v(`textarea`,{...o,...e,rows:a,value:r,onInput:e=>i(e.currentTarget.value)}))}function Q({label:e,hint:t,error:n,value:r,change:i,options:a}){return v(ta,{label:e,hint:t,error:n},e=>v(`select`,{...e,value:r,onChange:e=>i(e.currentTarget.value)},a.map(e=>v(`option`,{key:e.value,value:e.value},e.label))))}function ra({label:e,checked:t,change:n}){return v(`label`,{class:`check`},v(`input`,{type:`checkbox`,checked:t,onChange:e=>n(e.currentTarget.checked)}),v(`span`,null,e))}function ia({label:e,on:t,send:n}){let[r,i]=k();return r&&r.after!==t&&i(void 0),v(ra,{label:e,checked:r?.after===t?r.on:t,change:e=>{i({after:t,on:e}),n(e).catch(e=>{i(void 0),En(e)})}})}function aa(e=[]){let[t,n]=k(!1),[r,i]=k(),a=r instanceof Ct?r.fields:{},o=e=>Object.entries(a).filter(([t])=>t===e||t.startsWith(`${e}.`)),s=e=>{let[t]=o(e),n=t?.[0].slice(e.length+1);return t&&(n?`${n}: ${t[1]}`:t[1])},c=e.some(e=>s(e)!==void 0);return{busy:t,wrong:s,within:o,problem:r!==void 0&&!c?v(`p`,{class:`wrong`,role:`alert`},r instanceof Ct&&r.status===409?I(376):sn(r)):null,send:async e=>{n(!0),i(void 0);try{return await e(),!0}catch(e){return i(e),!1}finally{n(!1)}}}}var oa={label:834,severity:411,config_key:413,entity_creator_id:683,entity_type:414,moderation_payload_hash:415,image_hash:416};function sa({view:e,queues:t,list:n,search:r,reload:i}){let[a,o]=k(!1),s=qe(null),c=n.stats.value,l=t.find(t=>t.id===e),u=[...Ji,`reported`].some(e=>jr.value.query.get(e));Or({filter:()=>{s.current&&(s.current.open=!0,s.current.querySelector(`input`)?.focus())}});let d=async e=>{try{await P.post(`/api/v2/moderation/queues/{id}/delete`,{path:{id:e.id},body:{}}),Nr(`/queue/all`),i()}catch(e){En(e)}};return v(`div`,{class:`views`},v(`h1`,{class:`unseen`},I(340)),v(`nav`,{class:`tabs`,"aria-label":I(402)},Object.entries(Ki).map(([t,{title:n,stat:r}])=>v(`a`,{key:t,href:q(`/queue/${t}`),"aria-current":t===e?`page`:void 0},I(n),` `,r&&c[r]!==void 0&&v(`span`,{class:`count`},R(c[r])))),t.map(t=>v(`a`,{key:t.id,href:q(`/queue/${t.id}`),"aria-current":t.id===e?`page`:void 0,title:t.description||t.name},t.name,` `,v(`span`,{class:`count`},t.is_counting?`…`:R(t.item_count)),t.oldest_at&&v(U,{at:t.oldest_at})))),v(`details`,{class:`filter`,ref:s,open:u},v(`summary`,null,I(409)),v(ea,null,Ji.filter(e=>!e.endsWith(`_hash`)||Y(e)).map(e=>v(Z,{key:e,label:I(oa[e]),value:Y(e),type:e===`severity`?`number`:`text`,change:t=>J({[e]:t,item:void 0})})),v(Q,{label:I(412),value:Y(`reported`),change:e=>J({reported:e,item:void 0}),options:[{value:``,label:`–`},...Object.keys(Xi).map(e=>({value:e,label:I(`reported.${e}`)}))]}),v(Q,{label:I(684),value:Y(`sort`),change:e=>J({sort:e,item:void 0}),options:[{value:``,label:`–`},...Object.keys(qi).map(e=>({value:e,label:I(`order.${e}`)}))]}),v(`div`,{class:`row`},v(`button`,{onClick:()=>Nr(`/queue/${e}`)},I(410)),dt(`moderator`)&&v(`button`,{onClick:()=>o(!0)},I(417)),l&&(l.type===`personal_view`?mt(l.created_by):M(`oversee`)&&ft())&&v(`button`,{class:`danger`,onClick:()=>void d(l)},I(420))))),a&&v(ca,{search:r,close:e=>{o(!1),e&&(i(),Nr(`/queue/${e}`))}}))}function ca({search:e,close:t}){let[n,r]=k(``),[i,a]=k(!1),o=aa([`name`]),s=async r=>{r.preventDefault();let a=``;await o.send(async()=>{let{queue:t}=await P.post(`/api/v2/moderation/queues`,{body:{name:n,type:i?`operational_queue`:`personal_view`,filters:e.filter,sort:e.sort.map(e=>({...e}))}});a=t.id})&&t(a)};return v(z,{title:I(417),close:()=>t()},v(`form`,{onSubmit:e=>void s(e)},v(Z,{label:I(418),value:n,change:r,error:o.wrong(`name`),required:!0,maxLength:255}),M(`oversee`)&&ft()&&v(ra,{label:I(419),checked:i,change:a}),v(`p`,{class:`hint`},Object.keys({...e.filter,...Zi()}).join(`, `)),o.problem,v(`button`,{type:`submit`,class:`primary`,disabled:o.busy},I(358))))}var la=new Set([`restore`,`unblock`,`unban`,`reopen`]);function ua(e,t,n){let r=e.entity_type,i=[...t[r]??t.default??n[r]??n.default??[]].sort((e,t)=>e.order-t.order).filter(t=>da(t,e)),a=Rn(e,i.map(e=>e.action));return i.map(e=>{let t=fa(e),n=pa(e.action,a),r=e.id&&e.description||G(e.action);return{action:e.action,title:r,...t===void 0?{}:{id:t},...n?{command:n}:{}}})}function da(e,t){return ht(fa(e)??e.action)?M(`oversee`)?!0:e.action!==`delete_user`&&(mt(t.reviewed_by)||!la.has(e.action)):!1}function fa(e){return e.custom?.id}function pa(e,t){return e===`mark_reviewed`?`keep`:e===`ban`?`ban`:e===`escalate`?`escalate`:e===t?`remove`:void 0}var ma=[`keep`,`remove`,`ban`];function ha({choices:e,choose:t,offered:n,secondary:r,disabled:i}){let a=e.filter(e=>ma.includes(e.command)),o=e.filter(e=>!ma.includes(e.command));return v(`div`,{class:`bar`,role:`group`,"aria-label":I(490)},a.map(e=>v(`button`,{key:e.action,class:e.command===`keep`?`primary`:`danger`,disabled:i,onClick:()=>t(e)},e.title,` `,e.command&&v($,{command:e.command}))),n.map(e=>v(`button`,{key:e,disabled:i&&e!==`skip`,onClick:()=>r(e)},I(e===`note`?487:`side.${e}`),` `,v($,{command:e}))),o.map(e=>v(`button`,{key:`${e.action} ${e.id??``}`,disabled:i,onClick:()=>t(e)},e.title,` `,e.command&&v($,{command:e.command}))))}var ga=E(!1);function _a({item:e}){return v(va,{subject:{item_id:e.id}})}function va({subject:e}){let t=V(()=>P.get(`/api/v1/notes`,{query:{...e,limit:50}}),[e]);return v(`section`,{class:`card stack`,"aria-label":I(487)},v(`div`,{class:`row spread`},v(`h2`,null,I(487)),dt(`moderator`)&&v(`button`,{onClick:()=>ga.value=!0},I(581))),v(H,{of:t},({notes:e})=>e.length===0?v(`p`,{class:`faint`},I(489)):v(`ul`,{class:`stack`},e.map(e=>v(`li`,{key:e.id},v(`span`,{class:`row`},v(`b`,null,e.by),` `,v(U,{at:e.at})),v(K,{text:e.text}))))),ga.value&&v(ya,{subject:e,close:e=>{ga.value=!1,e&&t.reload()}}))}function ya({subject:e,close:t}){let[n,r]=k(``),i=aa([`text`]),a=async r=>{r.preventDefault(),await i.send(()=>P.post(`/api/v1/notes`,{body:{...e,text:n}}))&&t(!0)};return v(z,{title:I(581),close:()=>t(!1)},v(`form`,{onSubmit:e=>void a(e)},v(na,{label:I(488),value:n,change:r,error:i.wrong(`text`),maxLength:2e3,autofocus:!0}),i.problem,v(`button`,{type:`submit`,class:`primary`,disabled:i.busy||!n.trim()},I(358))))}var ba=43200,xa=[60,1440,10080,ba,null],Sa=[509,510,511,512,513];function Ca(e){return xa[e]!==null||M(`oversee`)}function wa({who:e,reason:t,close:n,decide:r}){let[i,a]=k(t),[o,s]=k(!1),[c,l]=k(!1),u=e=>{let t=xa[e];t!==void 0&&Ca(e)&&r(i,{...t===null?{}:{timeout:t},...o?{shadow:o}:{},...c?{delete_messages:`soft`}:{}})};return v(z,{title:I(507,{who:e}),close:n},v(`div`,{class:`stack`,onKeyDown:e=>{!xr(e.target)&&!e.repeat&&/^[1-5]$/.test(e.key)&&u(Number(e.key)-1)}},v(`p`,{id:`how-long`},I(508)),v(`div`,{class:`row`,role:`group`,"aria-labelledby":`how-long`},Sa.map((e,t)=>v(`button`,{key:e,autofocus:t===0,class:`danger`,disabled:!Ca(t),onClick:()=>u(t)},I(e),` `,v(`kbd`,null,t+1)))),v(Z,{label:I(370),value:i,change:a,maxLength:2e3}),v(ra,{label:I(514),checked:o,change:s}),v(ra,{label:I(515),checked:c,change:l})))}function Ta({title:e,question:t,suggestions:n=[],needed:r=!1,close:i,done:a}){let[o,s]=k(``);return v(z,{title:e,close:i},v(`form`,{onSubmit:e=>{e.preventDefault(),a(o.trim())},onKeyDown:e=>{let t=n[Number(e.key)-1];!xr(e.target)&&!e.repeat&&t!==void 0&&a(t)}},n.length>0&&v(`div`,{class:`row`,role:`group`,"aria-label":t},n.map((e,t)=>v(`button`,{key:e,autofocus:t===0,onClick:()=>a(e)},e,` `,v(`kbd`,null,t+1)))),v(na,{label:t,value:o,change:s,rows:3,maxLength:255,autofocus:n.length===0}),v(`button`,{type:`submit`,class:`primary`,disabled:r&&!o.trim()},e)))}function Ea({reasons:e,picked:t,pick:n}){let r=t!==``&&!e.some(e=>e.label===t);return v(`div`,{class:`row reasons`,role:`group`,"aria-label":I(370)},e.map((e,r)=>v(`button`,{key:e.key,"aria-pressed":t===e.label,onClick:()=>n(t===e.label?``:e.label)},e.label,` `,v($,{command:`reason${r+1}`}))),v(`input`,{type:`text`,"aria-label":I(493),placeholder:I(493),maxLength:2e3,value:r?t:``,onInput:e=>n(e.currentTarget.value),onKeyDown:e=>{(e.key===`Enter`||e.key===`Escape`)&&e.currentTarget.blur()}}))}function Da({of:e}){return v(`dl`,{class:`facts`},e.map(([e,t])=>t==null||t===``||t===!1?null:v(b,null,v(`dt`,null,e),v(`dd`,null,t))))}var Oa=/^(DECISION_(VISIBILITY|MONETARY|PROVISION|ACCOUNT|GROUND)|STATEMENT_CATEGORY|KEYWORD|SOURCE|AUTOMATED_DECISION)_/;function ka(e){return Jt.value[e]??e.replace(Oa,``).replaceAll(`_`,` `).replace(/TC$/,`OF THE TERMS`).toLowerCase()}function Aa(e){return e.filter(e=>e!==void 0).map(ka).join(`, `)}function ja(e){let{decision_visibility:t=[],decision_monetary:n,decision_provision:r,decision_account:i}=e;return Aa([...t,n,r,i])}function Ma({of:e}){return v(`div`,{class:`stack`},v(Da,{of:[[I(546),v(`b`,null,G(e.action))],[I(594),ja(e)],[I(595),Aa([e.decision_ground])],[I(596),e.incompatible_content_ground??e.illegal_content_legal_ground],[I(597),e.incompatible_content_explanation??e.illegal_content_explanation],[I(598),e.category&&v(b,null,ka(e.category),` `,v(`span`,{lang:`en`},Aa(e.category_specification??[])))],[I(599),e.facts_text],[I(600),Aa([e.source_type])],[I(633),Aa([e.automated_decision])],[I(690),e.ends_at&&v(U,{at:e.ends_at,full:!0})]]}),e.missing.length>0&&v(`p`,{class:`row`},I(601),e.missing.map(e=>v(B,{key:e,tone:`warn`},L(`f`,e)))),e.text?v(`blockquote`,{lang:e.text_language},v(K,{text:e.text})):v(`p`,{class:`faint`},I(602)))}var Na=E(!1),Pa=new Set([`mark_reviewed`,`restore`,`unblock`,`unban`,`reopen`,`escalate`,`de_escalate`]),Fa=400;function Ia({item:e,choices:t,reason:n,bodyOf:r}){let i=t.filter(e=>!Pa.has(e.action)),[a,o]=k(``),s=i.find(e=>e.title===a)??i.find(e=>e.command===`remove`)??i[0];return s?v(`details`,{open:Na.value,onToggle:e=>Na.value=e.currentTarget.open},v(`summary`,null,I(591)),Na.value&&v(`div`,{class:`card stack`},v(Q,{label:I(592),value:s.title,change:o,options:i.map(({title:e})=>({value:e,label:e}))}),v(La,{key:`${e.id} ${s.title}`,reason:n,body:()=>r(s)}))):null}function La({reason:e,body:t}){let[n,r]=k(e);return A(()=>{let t=setTimeout(()=>r(e),Fa);return()=>clearTimeout(t)},[e]),v(H,{of:V(()=>P.post(`/api/v1/statements/preview`,{body:t()}),[n])},({statements:e,undeclared:t,opted_out:n})=>v(b,null,e.map(e=>v(Ma,{key:e.id,of:e})),t.length>0&&v(`p`,{class:`notice`},I(603,{what:t.map(G).join(`, `)})),n.length>0&&v(`p`,{class:`hint`},I(604,{what:n.map(G).join(`, `)})),e.length+t.length+n.length===0&&v(`p`,{class:`faint`},I(605))))}var Ra=E(void 0),za=new Set([`escalate`,`flag`,`delete_user`]);function Ba(e,t){return Ra.value?.item===e.id&&!za.has(t.action_type)}var Va=new Set([`mark_reviewed`,`restore`,`unblock`,`unban`]);function Ha(e){let{act_needs_reason:t,keep_needs_reason:n}=Hr.value;return Va.has(e)?n:t}function Ua(e){return e.decision_reason||e.escalate?.reason||e.flag?.reason||``}function Wa({item:e,choices:t,reasons:n,isStale:r,decided:i,skip:a}){let[o,s]=k({item:``,text:``}),[c,l]=k(null),u=o.item===e.id?o.text:``,d=Qr.value.get(e.id),f=!dt(`moderator`)||r,p=(t,n)=>{Ha(t.action_type)&&!Ua(t)?W(I(492),{bad:!0}):(l(null),Ba(e,t)?Ra.value={item:e.id,body:t,title:n}:(ci(e,t,n),i(e)))},m=({id:t,action:n})=>t===void 0?Un(n,e,u,n===`ban`&&!M(`oversee`)?{timeout:ba}:{}):Wn(t,e,u),h=t=>{if(f)return;let{id:n,action:r}=t;n===void 0&&(r===`ban`||r===`escalate`)?l({what:r,item:e}):p(m(t),t.title)},g=[...a?[`skip`]:[],...ht(`flag`)&&ft()?[`flag`]:[],`note`],_=t=>{g.includes(t)&&(t===`note`?ga.value=!0:t!==`skip`&&f||l({what:t,item:e}))},y=e=>{let n=t.find(t=>t.command===e);r?W(I(501),{bad:!0}):n&&h(n)},x={keep:()=>y(`keep`),remove:()=>y(`remove`),ban:()=>y(`ban`),escalate:()=>y(`escalate`),skip:()=>_(`skip`),flag:()=>_(`flag`),note:()=>_(`note`)};for(let[t,r]of n.entries())x[`reason${t+1}`]=()=>s({item:e.id,text:u===r.label?``:r.label});return Or(x),v(`section`,{class:`desk`,"aria-label":I(490)},d&&v(`p`,{class:`notice`,role:`alert`},d.text),dt(`moderator`)&&v(b,null,v(Ea,{reasons:n,picked:u,pick:t=>s({item:e.id,text:t})}),v(ha,{choices:t,choose:h,offered:g,secondary:_,disabled:f}),v(Ia,{item:e,choices:t,reason:u,bodyOf:m})),c?.what===`ban`&&v(wa,{who:e.entity_creator?.name||e.entity_creator_id||e.entity_id,reason:u,close:()=>l(null),decide:(t,n)=>p(Un(`ban`,e,t,n),I(636))}),c?.what===`escalate`&&v(Ta,{title:I(648),question:I(516),close:()=>l(null),done:t=>p({action_type:`escalate`,item_id:e.id,...t?{escalate:{reason:t}}:{}},I(648))}),c?.what===`flag`&&v(Ta,{title:I(649),question:I(522),suggestions:n.map(e=>e.label),needed:!0,close:()=>l(null),done:t=>p({action_type:`flag`,flag:{entity_type:e.entity_type,entity_id:e.entity_id,reason:t}},I(649))}),c?.what===`skip`&&a&&v(Ta,{title:I(1255),question:I(517),suggestions:[I(519),I(518),I(520),I(521)],close:()=>l(null),done:t=>{l(null),a(e,t)}}))}async function Ga(){let e=new Map;for(let t of await Nn(`actions`))for(let n of t.reverses??[])e.set(n,t.id);$r.value=e}var Ka=4e3;function qa(e){let{translate_url:t}=Hr.value,n=(e.moderation_payload?.texts??[]).join(`
`).slice(0,Ka);if(!t)W(I(463));else{let e=new URL(t);e.searchParams.set(`text`,n),window.open(e,`_blank`,`noopener,noreferrer`)}}function Ja({of:e,full:t=!1}){return v(Da,{of:[[I(467),v(U,{at:e?.created_at,full:t})],[I(387),R(e?.flagged_count??0)],[I(1070),R(e?.deleted_content_count??0)],[I(468),R(e?.ban_count??0)]]})}function Ya({item:e,about:t}){let n=e.entity_creator,r=wi(e);return r?v(`section`,{class:`card stack`,"aria-label":I(465)},v(`div`,{class:`row spread`},v(`h2`,null,I(465)),v(`a`,{href:q(`/users/${encodeURIComponent(r)}`)},I(466))),v(`div`,{class:`row`},v(`b`,{class:`line`},n?.name||r),n?.name&&v(`code`,{class:`line`},r),n?.role&&n.role!==`user`&&v(B,null,n.role),n?.banned&&v(B,{tone:`bad`},I(469)),n?.shadow_banned&&v(B,{tone:`warn`},I(470))),v(Ja,{of:n}),v(H,{of:t},({decided:e,strikes:t})=>v(b,null,Object.keys(t).length>0&&v(`p`,null,I(471),`:`,` `,Object.entries(t).map(([e,t])=>v(B,{key:e,tone:`warn`},Pn(`strike_policies`,e),` `,R(t)))),e.length>0&&v(`details`,null,v(`summary`,null,I(472),` (`,R(e.length),`)`),v(`ul`,{class:`recent`},e.map(e=>v(`li`,{key:e.id},v(`a`,{href:q(`/item/${e.id}`)},v(or,{text:e.moderation_payload?.texts?.[0]??e.entity_id})),v(`span`,{class:`row`},v(B,null,G(e.latest_moderator_action)),v(U,{at:e.reviewed_at}))))))))):null}var Xa=E(!1),Za=E(null);function Qa({veiled:e,hint:t,children:n}){let[r,i]=k(!1);return e?v(`div`,{class:`veil`},r||Xa.value?n:v(`p`,{class:`faint`},t),v(`button`,{class:`quiet`,"aria-pressed":r,onClick:()=>i(!r)},I(r?458:457))):v(b,null,n)}function $a(e){return/^(https?:|data:image\/)/i.test(e)}function eo({kind:e,url:t,number:n}){let[r,i]=k(!1),[a,o]=k(!$a(t)),{blur:s,grey:c,mute:l}=Wr.value,u=r||Xa.value,d=I(`media.${e}`,{n});if(a)return v(`p`,{class:`broken`},v(`span`,{class:`faint`},d,`: `,I(459)),` `,v(`code`,null,t.slice(0,500)));let f=[s&&!u&&`blur`,c&&!u&&`grey`].filter(Boolean).join(` `),p=Za.value??l;return v(`figure`,{class:`media`},v(`div`,{class:f},e===`image`&&v(`img`,{src:t,alt:d,loading:`lazy`,referrerpolicy:`no-referrer`,onError:()=>o(!0)}),e===`video`&&v(`video`,{src:t,controls:u||!s,preload:`metadata`,muted:p,"aria-label":d,onError:()=>o(!0)}),e===`audio`&&v(`audio`,{src:t,controls:!0,preload:`none`,muted:p,"aria-label":d,onError:()=>o(!0)})),v(`figcaption`,{class:`row`},v(`span`,{class:`faint`},d),(s||c)&&e!==`audio`&&v(`button`,{class:`quiet`,"aria-pressed":r,onClick:()=>i(!r)},I(r?458:457))))}function to(e){return(e.flags??[]).flatMap(e=>(e.result??[]).filter(e=>typeof e?.provider_name==`string`&&Array.isArray(e.labels)))}function no(e,t){return t.filter(t=>t.text===e).flatMap(e=>e.spans??[]).map(({start:e,end:t,term:n})=>({start:e,end:t,term:n??``}))}function ro(e,t){let{veiled:n}=Wr.value;return n.length!==0&&e.some(e=>(e.text===void 0||e.text===t)&&e.labels.some(e=>n.includes(e)))}var io=[[`images`,`image`],[`videos`,`video`],[`audios`,`audio`]];function ao({item:e}){let t=e.moderation_payload??{},n=to(e),r=t.texts??[],i=Object.entries(t.custom??{}),a=e.masked_texts??[];return v(`section`,{class:`card stack content`,"aria-label":I(455)},e.content_changed&&v(`p`,{class:`notice`},I(440)),r.map((e,t)=>v(Qa,{key:t,veiled:ro(n,e),hint:I(460)},v(K,{text:String(e),marks:no(e,n)}))),io.map(([e,n])=>(t[e]??[]).map((t,r)=>v(eo,{key:`${e}${r}`,kind:n,url:String(t),number:r+1}))),r.length===0&&io.every(([e])=>!t[e]?.length)&&v(`p`,{class:`faint`},e.entity_type===`stream:user`?e.entity_id:I(374)),a.some((e,t)=>e!==r[t])&&v(`details`,null,v(`summary`,null,I(461)),a.map((e,t)=>v(K,{key:t,text:e}))),i.length>0&&v(`details`,null,v(`summary`,null,I(456)),v(Da,{of:i.map(([e,t])=>[e,v(K,{text:typeof t==`string`?t:JSON.stringify(t)??``})])})))}var oo=[`parent_id`,`group_id`,`conversation_id`,`channel_cid`,`reference_url`];function so(e){let t=e.moderation_payload?.custom??{};return oo.flatMap(e=>{let n=t[e];return typeof n==`string`&&n?[[e,n]]:[]})}function co(e){return/^https?:\/\//i.test(e)}async function lo(e){let t=(e.moderation_payload?.custom??{}).channel_cid,n=typeof t==`string`&&t?{channel_cid:t}:{entity_creator_id:e.entity_creator_id};return(await P.post(`/api/v2/moderation/review_queue`,{body:{filter:n,limit:11,exclude_default_action_config:!0}})).items.filter(t=>t.id!==e.id).slice(0,10)}function uo({item:e}){let t=V(()=>lo(e),[e.id]),n=so(e),r=n.some(([e])=>e===`channel_cid`);return v(`section`,{class:`card stack`,"aria-label":I(473)},v(`h2`,null,I(473)),n.length===0&&v(`p`,{class:`faint`},I(477)),v(`dl`,{class:`facts`},n.map(([e,t])=>v(fo,{key:e,name:e,value:t}))),v(`h3`,null,I(r?474:475)),v(H,{of:t},e=>e.length===0?v(`p`,{class:`faint`},I(365)):v(`ul`,{class:`recent`},e.map(e=>v(`li`,{key:e.id},v(`a`,{href:q(`/item/${e.id}`)},v(or,{text:e.moderation_payload?.texts?.[0]??e.entity_id})),v(U,{at:e.created_at}))))))}function fo({name:e,value:t}){let[n,r]=k(!1);return v(b,null,v(`dt`,null,e),v(`dd`,null,v(K,{text:t}),co(t)&&(n?v(`a`,{href:t,target:`_blank`,rel:`noreferrer noopener`},I(464)):v(`button`,{class:`quiet`,onClick:()=>r(!0)},I(476)))))}function po(e){let t=Object.entries(e).flatMap(([e,t])=>{let n=t===!1?``:mo(t);return n?`${L(`f`,e)} ${n}`:[]});return t.length>0?`: ${t.join(`; `)}`:``}function mo(e){if(Array.isArray(e))return e.map(mo).join(`, `);if(typeof e==`number`)return R(e);if(typeof e!=`object`||!e)return L(`o`,String(e),String(e));let{type:t,...n}=e;return typeof t==`string`?L(`c`,t)+po(n):JSON.stringify(e)}function ho({item:e,rules:t,reports:n}){let r=to(e).filter(e=>e.provider_name!==`rule`),i=(e.flags??[]).filter(e=>e.user_id&&e.type!==`user_report`);return v(`section`,{class:`card stack`,"aria-label":I(444)},v(`h2`,null,I(444)),(e.not_judged??[]).length>0&&v(`p`,{class:`notice`},I(450,{engines:So(e.not_judged??[])})),v(`ul`,{class:`verdicts`},r.map((e,t)=>v(`li`,{key:t,class:`row`},v(`b`,{title:e.provider_name},L(`o`,e.provider_name)),e.labels.map(e=>v(B,{key:e},e)),typeof e.score==`number`&&v(go,{score:e.score}),e.action&&v(B,{tone:$t(e.action)},L(`o`,e.action)))),i.map((e,t)=>v(_o,{key:t,flag:e}))),(e.flags??[]).length===0&&v(`p`,{class:`faint`},I(452)),v(H,{of:n},e=>v(vo,{reports:e.reports})),v(H,{of:t},e=>v(yo,{rules:e.rules})))}function go({score:e}){return v(`span`,{class:`score`},v(`meter`,{min:0,max:1,value:Math.min(1,Math.max(0,e)),"aria-hidden":`true`}),` `,R(e))}function _o({flag:e}){return v(`li`,{class:`row`},v(`b`,null,I(449,{who:e.user_id})),(e.labels??[]).map(e=>v(B,{key:e},e)),v(U,{at:e.created_at}),e.reason&&v(K,{text:e.reason}))}function vo({reports:e}){if(e.length===0)return null;let t=new Map;for(let n of e)for(let e of n.categories??[])t.set(e,[...t.get(e)??[],n]);return v(`div`,null,v(`h3`,null,I(2)),[...t].map(([e,t])=>v(`details`,{key:e,open:t.length<=3},v(`summary`,null,Pn(`report_categories`,e),`: `,I(446,{n:t.length})),v(`ul`,{class:`stack reports`},t.map(e=>v(`li`,{key:e.id},v(`span`,{class:`row`},v(`b`,null,e.reporter_id||I(375)),` `,v(U,{at:e.created_at})),e.reason&&v(K,{text:e.reason})))))))}function yo({rules:e}){let t=e.filter(e=>e.holds!==!1),n=e.filter(e=>e.holds===!1);return e.length===0?null:v(`div`,null,v(`h3`,null,I(1001)),t.map(e=>v(bo,{key:e.rule_id,rule:e,open:!0})),n.length>0&&v(`details`,null,v(`summary`,null,I(454,{n:n.length})),n.map(e=>v(bo,{key:e.rule_id,rule:e}))))}function bo({rule:e,open:t=!1}){let n=e.nearest_miss;return v(`details`,{open:t,class:`rule`},v(`summary`,null,e.rule_name,` `,v(`span`,{class:`faint`},`v`,e.rule_version),` `,v(xo,{holds:e.holds}),` `,e.actions.map(e=>v(B,{key:e},Hn(e)))),v(wo,{clause:e.clause}),e.holds===!1&&n&&v(`p`,{class:`hint`},I(448),`: `,v(`span`,{lang:`en`},n.of),`: `,String(n.seen??`–`),` `,L(`o`,n.operator),` `,String(n.threshold??`–`)),e.off_because&&v(`p`,{class:`hint`,lang:`en`},e.off_because))}function xo({holds:e}){return e===null?v(B,{tone:`warn`},I(1220)):e?v(B,{tone:`bad`},I(447)):v(B,null,I(1216))}function So(e){return e.map(e=>L(`o`,e)).join(`, `)}function Co({type:e,text:t,asked:n,parts:r}){return Gt.value===`en`&&!r?t:L(`c`,e)+po(n??{})}function wo({clause:e}){let t=Object.entries(e.values??{}).filter(([,e])=>e!==null);return v(`div`,{class:`clause`,"data-holds":String(e.holds)},v(`span`,null,v(`span`,{"aria-hidden":`true`},e.holds===null?`?`:e.holds?`✓`:`✗`),v(`span`,{class:`unseen`},e.holds===null?I(1220):e.holds?I(447):I(1216),`:`),` `,Co(e),t.map(([e,t])=>v(`code`,{key:e},` `,e,` = `,typeof t==`object`?JSON.stringify(t):String(t)))),(e.parts??[]).map((e,t)=>v(wo,{key:t,clause:e})))}function To({item:e,context:t,children:n}){let r=Pi(e),i=[e.id,e.updated_at,r],a=V(()=>Ii(e,`rules`,r),i),o=V(()=>Ii(e,`reports`,r),i),s=V(()=>Ii(e,`history`,r),i),c=V(()=>Ii(e,`author`,r),i),l=Eo(e,r);return v(`div`,{class:`panel`},v(`div`,{class:`stack main-part`},v(Do,{item:e}),v(ao,{item:e}),n,t&&v(uo,{item:e}),v(ho,{item:e,rules:a,reports:o})),v(`div`,{class:`stack side-part`},v(Ya,{item:e,about:c}),v(Xn,{of:l}),v(_a,{item:e}),v(cr,{of:s})))}function Eo(e,t){let n=`${e.id} ${e.updated_at}`,r=qe(``);return V(()=>{if(!t)return Ii(e,`deliveries`,t);let i=r.current!==n;return r.current=n,i?Mi(e).deliveries:Di(e.id)},[n,t])}function Do({item:e}){return v(`div`,{class:`row item-facts`},v(`a`,{href:q(`/item/${e.id}`),class:`line`},v(`code`,null,e.entity_type),` `,v(`code`,null,e.entity_id)),v(B,{tone:$t(e.recommended_action)},I(453),`: `,L(`o`,e.recommended_action||`–`)),v(B,null,I(888),` `,R(e.severity??0)),e.escalated&&v(B,{tone:`warn`},I(403),` `,e.escalation_metadata?.reason??``),e.config_key&&v(`span`,{class:`faint`},I(413),` `,e.config_key),(e.languages??[]).length>0&&v(`span`,{class:`faint`},e.languages.join(`, `)),v(U,{at:e.created_at}))}function Oo({title:e,start:t,told:n,done:r}){let[i,a]=k(!1),[o,s]=k(``),[c,l]=k(),u=aa();return v(b,null,v(`button`,{class:`danger`,onClick:()=>a(!0)},e),i&&v(z,{title:e,close:()=>{a(!1),l(void 0)}},c?v(ko,{started:c,told:n,done:r}):v(ea,{send:()=>u.send(async()=>l(await t(o?{reason:o}:{})))},v(Z,{label:I(370),value:o,change:s,maxLength:255}),u.problem,v(`button`,{type:`submit`,class:`danger`,disabled:u.busy},e))))}function ko({started:e,told:t,done:n}){let r=e.task_id,i=V(()=>P.get(`/api/v2/tasks/{id}`,{path:{id:r}}),[r]),{reload:a}=i,o=i.data&&![`completed`,`failed`].includes(i.data.status);return A(()=>{if(!o)return;let e=setInterval(a,1e3);return()=>clearInterval(e)},[o,a]),v(H,{of:i},({result:r,error:i})=>{let a=r??{};return v(`div`,{class:`stack`,role:`status`},o&&v(`progress`,{"aria-label":t(a)}),v(`p`,null,t(a)),v(`p`,{class:`hint`},I(434,{id:e.batch_id})),i&&v(`p`,{class:`problem`},i.description),a.examples?.map(e=>v(`p`,{key:e.id,class:`hint`},v(`a`,{href:q(`/item/${encodeURIComponent(e.item_id)}`)},e.item_id),`: `,e.reason)),!o&&n?.(e.batch_id))})}function Ao(e={}){return Object.values(e).reduce((e,t)=>e+t,0)}function jo({id:e}){return!M(`oversee`)||!pt()?null:v(Oo,{title:I(425),start:t=>P.post(`/api/v1/batches/{id}/undo`,{path:{id:e},body:t}),told:({undone:e,not_undone:t})=>I(426,{n:Ao(e),left:Ao(t)})})}function Mo({id:e}){return!M(`oversee`)||!pt()?null:v(Oo,{title:I(427),start:t=>P.post(`/api/v1/reporters/{id}/drop_reports`,{path:{id:e},body:t}),told:({reports:e=0,left_queue:t=0})=>I(428,{n:e,left:t}),done:e=>v(jo,{id:e})})}var No=4;async function Po(e,t,n,r){let i={batch:Tt(),done:[],failed:[],ended:!1},a=[...e];n({...i}),await Promise.all(Array.from({length:No},async()=>{for(let e=a.shift();e&&!r();e=a.shift()){try{await N(`post`,`/api/v2/moderation/submit_action`,{body:{...t(e),...e.version?{if_version:e.version}:{},batch_id:i.batch}}),i.done.push(e.id)}catch(t){i.failed.push({item:e,why:sn(t)})}n({...i})}})),n({...i,ended:!0})}var Fo=20,Io=1e3;function Lo({list:e,selection:t}){let[n,r]=k(null);if(!M(`oversee`)||t.ids.size===0&&!n)return null;let i=async()=>{try{r(await e.all(Io))}catch(e){En(e)}};return v(`div`,{class:`card row bulk`,role:`region`,"aria-label":I(421,{n:t.items.length})},v(`b`,null,I(421,{n:t.items.length})),v(`button`,{onClick:()=>r(t.items),disabled:t.items.length===0},I(429,{n:t.items.length})),v(`button`,{onClick:t.all},I(576)),v(`button`,{onClick:()=>void i()},I(424)),v(`button`,{class:`quiet`,onClick:t.clear},I(423)),n&&v(Bo,{buttons:e.buttons.value,items:n,close:n=>{r(null),e.putAway(n),n.length>0&&t.clear()}}))}function Ro({own:e,standard:t},n){let[r=[],...i]=n.map(n=>ua(n,e,t));return r.filter(e=>e.action!==`escalate`&&i.every(t=>t.some(t=>t.action===e.action&&t.id===e.id)))}function zo({id:e,action:t},n){return r=>e===void 0?Un(t,r,n):Wn(e,r,n)}function Bo({buttons:e,items:t,chosen:n,close:r}){let i=n?[]:Ro(e,t),[a,o]=k(`0`),[s,c]=k(``),[l,u]=k(``),[d,f]=k(null),p=qe(!1),m=i[Number(a)],h=n??(m&&{title:m.title,on:zo(m,s)}),g=t.length,_=g>Fo,y=h!==void 0&&(!_||l.trim()===String(g)),x=async()=>{h&&await Po(t,h.on,f,()=>p.current)},ee=d!==null&&!d.ended;return v(z,{title:I(429,{n:g}),close:()=>r(d?.done??[]),stays:ee},!d&&v(ea,{send:()=>y&&x()},!n&&v(b,null,v(Q,{label:I(490),value:a,change:o,options:i.map((e,t)=>({value:String(t),label:e.title}))}),v(Z,{label:I(370),value:s,change:c,maxLength:2e3})),_&&v(Z,{label:I(430,{n:g}),value:l,change:u,inputMode:`numeric`,autocomplete:`off`}),v(`button`,{type:`submit`,class:`danger`,disabled:!y},I(431,{action:h?.title??``,n:g}))),d&&v(`div`,{class:`stack`,role:`status`},v(`progress`,{max:g,value:d.done.length+d.failed.length,"aria-label":I(429,{n:g})}),v(`p`,null,I(432,{done:d.done.length,n:g,failed:R(d.failed.length)})),v(`p`,{class:`hint`},I(434,{id:d.batch})),d.ended&&d.done.length>0&&v(jo,{id:d.batch}),ee&&v(`button`,{onClick:()=>p.current=!0},I(433)),d.failed.length>0&&v(b,null,v(`h3`,null,I(435)),v(`ul`,{class:`stack`},d.failed.map(({item:e,why:t})=>v(`li`,{key:e.id},v(or,{text:e.moderation_payload?.texts?.[0]??e.entity_id}),v(`span`,{class:`problem`},` `,t)))))))}var Vo=1e3;async function Ho(e){let t=new Hi({filter:{...e,reviewed:!1},sort:[{field:`created_at`,direction:1}]});return await t.load(),t.all(Vo)}function Uo(e){return e>10?`10+`:e}function Wo(e,t,{own:n,standard:r}){let i=ua(t,n,r);if(zn(e.action_type)){let n=i.find(e=>e.command===`remove`);return n&&Un(n.action,t,e.decision_reason??``)}let a=e.custom?.id;return i.some(t=>t.action===e.action_type&&t.id===a)?{...e,item_id:t.id}:void 0}function Go({item:e,buttons:t,decided:n}){let r=Pi(e),i=V(()=>Ii(e,`alike`,r),[e.id,e.updated_at,r]),[a,o]=k(null),s=Ra.value?.item===e.id?Ra.value:void 0,{body:c,title:l=``}=s??{},u=t=>Ra.value=t?{item:e.id}:void 0,d=(i.data?.author?.count??0)>0;return Or({others:()=>d&&u(!s)}),A(()=>{c&&Ho({entity_creator_id:wi(e)}).then(n=>{let r=n.filter(n=>n.id!==e.id&&Wo(c,n,t));o([e,...r])}).catch(En)},[c]),v(b,null,v(H,{of:i},e=>v(b,null,d&&v(ra,{label:I(659,{n:Uo(e.author?.count??0)}),checked:s!==void 0,change:u}),Si.map(t=>{let n=e[t];if(!n||n.count===0)return null;let r=new URLSearchParams(n.filter);return v(`p`,{key:t,class:`row alike`},v(`a`,{href:q(`/queue/all?${r}`)},I(`alike.${t}`,{n:Uo(n.count)})),M(`oversee`)&&v(`button`,{onClick:()=>void Ho(n.filter).then(o).catch(En)},I(661)))}))),a&&v(Bo,{buttons:t,items:a,chosen:c&&{title:l,on:n=>n.id===e.id?c:Wo(c,n,t)??c},close:t=>{o(null),c&&u(t.length===0),t.length!==0&&(Li(e),n(t))}}))}var Ko=45e3,qo=250;function Jo(e,t){let n=e?.id;A(()=>{if(!n||t)return;if(!dt(`moderator`)){let e=setTimeout(()=>void P.get(`/api/v2/moderation/review_queue/{id}`,{path:{id:n}}).catch(()=>void 0),qo);return()=>clearTimeout(e)}let e,r=()=>{document.hidden||(e=Yr(n).catch(()=>void 0))},i=setTimeout(r,qo),a=setInterval(r,Ko),o=()=>!ei.value.has(n)&&Xr(n),s=()=>void(e&&o());return document.addEventListener(`visibilitychange`,r),window.addEventListener(`pagehide`,s),()=>{clearTimeout(i),clearInterval(a),document.removeEventListener(`visibilitychange`,r),window.removeEventListener(`pagehide`,s),e?.then(o)}},[n,t])}function Yo(){let e=F.value.break_after;A(()=>{if(e<=0)return;let t=setInterval(()=>W(I(443,{n:e})),e*6e4);return()=>clearInterval(t)},[e])}var Xo=12,Zo=6;function Qo(e,t,n){let[r,i]=k(0),[a,o]=k(0);return A(()=>{let r=()=>{let r=e.current?.getBoundingClientRect(),a=e.current?.querySelector(`ol`)?.getBoundingClientRect();if(!r||!a)return;let s=Math.max(0,r.top)-a.top,c=Math.min(innerHeight,r.bottom)-a.top;i(Math.floor(Math.max(0,s)/64/Zo)*Zo),o(Math.ceil(Math.max(0,c-s)/64)),c>(t-2)*64&&n()};return r(),document.addEventListener(`scroll`,r,{capture:!0,passive:!0}),window.addEventListener(`resize`,r),()=>{document.removeEventListener(`scroll`,r,{capture:!0}),window.removeEventListener(`resize`,r)}},[t,n]),{from:Math.max(0,Math.min(r,t)-Xo),to:Math.min(t,r+a+Zo+Xo)}}function $o(e,t){if(e.scrollHeight<=e.clientHeight)return;let n=t*64;n<e.scrollTop?e.scrollTop=n:n+64>e.scrollTop+e.clientHeight&&(e.scrollTop=n+64-e.clientHeight)}function es({list:e,index:t,selection:n,pick:r}){let i=e.shown.value,a=qe(null),o=Ye(()=>void e.more(),[e]),{from:s,to:c}=Qo(a,i.length,o);return A(()=>{a.current&&$o(a.current,t)},[i[t]?.id]),v(`div`,{class:`rows`,ref:a},v(`ol`,{"aria-label":I(407),style:{paddingTop:`${s*64}px`,paddingBottom:`${(i.length-c)*64}px`}},i.slice(s,c).map((a,o)=>{let c=s+o;return v(`li`,{key:a.id,class:`item-row`,"aria-setsize":e.hasMore?-1:i.length,"aria-posinset":c+1,"data-present":c===t,"data-stale":e.elsewhere.value.has(a.id)},M(`oversee`)&&v(`label`,null,v(`input`,{type:`checkbox`,"aria-label":`${I(422)} ${c+1}`,checked:n.ids.has(a.id),onClick:e=>{e.shiftKey?n.range(c):n.toggle(c)}})),v(`button`,{"aria-current":c===t?`true`:void 0,onClick:()=>r(c)},v(ts,{item:a,elsewhere:e.elsewhere.value.get(a.id)?.what})))})),e.error.value!==void 0&&v(un,{error:e.error.value,retry:()=>void e.more()}),e.hasMore&&v(`button`,{class:`more`,disabled:e.loading.value,onClick:()=>void e.more()},I(e.loading.value?363:364)))}function ts({item:e,elsewhere:t}){let n=[...new Set((e.flags??[]).flatMap(e=>e.labels??[]))],r=e.moderation_payload??{},i=(r.images?.length??0)+(r.videos?.length??0)+(r.audios?.length??0),a=e.assigned_to&&!mt(e.assigned_to.id)?e.assigned_to:void 0;return v(b,null,v(or,{text:String(r.texts?.[0]??(i>0?`${I(1272)} ${i}`:e.entity_id))}),v(`span`,{class:`row`},v(B,{tone:$t(e.recommended_action)},L(`o`,e.recommended_action||`–`)),t!==void 0&&v(B,null,G(t)),a&&v(B,{tone:`info`},I(437,{who:a.name||a.id})),Qr.value.has(e.id)&&v(B,{tone:`bad`},`!`),v(`span`,{class:`line labels`},n.slice(0,3).join(`, `)),v(U,{at:e.created_at})))}function ns(e){let[t,n]=k(new Set),[r,i]=k(0);return{ids:t,items:e.filter(e=>t.has(e.id)),toggle:r=>{let a=e[r]?.id;if(a===void 0)return;let o=new Set(t);o.delete(a)||o.add(a),n(o),i(r)},range:i=>{let[a,o]=r<i?[r,i]:[i,r];n(new Set([...t,...e.slice(a,o+1).map(e=>e.id)]))},all:()=>n(new Set(e.map(e=>e.id))),clear:()=>n(new Set)}}var rs=4e3,is=1e4;function as({list:e,wanted:t}){let n=e.shown.value,r=n.findIndex(e=>e.id===t),[i,a]=k(0),o=r>=0?r:Math.min(i,n.length-1),s=n[o],c=s&&e.elsewhere.value.get(s.id),l=Gr(Hr.value),[u,d]=k(0),[f,p]=k(!1),[m,h]=k(t!==``),g=ns(n);Yo(),Jo(s,c!==void 0),A(()=>void Ga().catch(()=>void 0),[]);let _=e=>{let t=n[e];t&&(a(e),J({item:t.id}))};A(()=>{yr(),Xa.value=!1,o>=0&&a(o),e.ahead(o);let t=n[o+1],r=setTimeout(()=>t&&Mi(t),120);return()=>clearTimeout(r)},[s?.id]),A(()=>{let t=setInterval(()=>{document.hidden||e.watch(o).catch(()=>void 0)},rs);return()=>clearInterval(t)},[e,o]);let y=n.length===0&&!e.loading.value;A(()=>{if(!y)return;let t=setInterval(()=>void e.load(),is);return()=>clearInterval(t)},[y,e]),Or({next:()=>_(o+1),previous:()=>_(o-1),open:()=>s&&Nr(`/item/${s.id}`),context:()=>p(!f),refresh:()=>{s&&Li(s),d(u+1),e.load().then(()=>W(I(441)))},undo:()=>{ui().then(t=>{t&&(e.bringBack(t.id),J({item:t.id}))})},unveil:()=>Xa.value=!0,translate:()=>s&&qa(s),mute:()=>Za.value=!(Za.value??Wr.value.mute),close:()=>g.clear(),select:()=>g.toggle(o),selectRange:()=>g.range(o),selectPage:()=>g.all()},{unveil:()=>Xa.value=!1});let x=t=>{let r=n.findIndex(e=>e.id===t.id),i=n.filter((t,n)=>n>r&&!e.elsewhere.value.has(t.id))[0]??n[r-1];a(Math.max(0,r)),J({item:i?.id??``})},ee=(t,n)=>{e.putAway([t.id]),x(t);let r={item_id:t.id,...n?{reason:n}:{}};P.post(`/api/v1/skips`,{body:r}).catch(n=>{e.bringBack(t.id),En(n)})};if(e.error.value!==void 0&&n.length===0)return v(un,{error:e.error.value,retry:()=>void e.load()});if(e.loading.value&&n.length===0)return v(cn,null);if(!s)return v(ln,null,v(`p`,null,I(405)),v(`p`,{class:`hint`},I(406)));let{own:S,standard:te}=e.buttons.value;return v(b,null,v(Lo,{list:e,selection:g}),v(`div`,{class:`queue`,"data-open":m?`item`:`list`},v(es,{list:e,index:o,selection:g,pick:e=>{h(!0),_(e)}}),v(`article`,{class:`present`,"aria-label":I(341)},v(`button`,{class:`back`,onClick:()=>h(!1)},`← `,I(408)),c&&v(`p`,{class:`notice`,role:`status`},os(c)),s.assigned_to&&!mt(s.assigned_to.id)&&!c&&v(`p`,{class:`notice`},I(436,{who:s.assigned_to.name||s.assigned_to.id})),v(`div`,{class:c?`stale`:void 0},v(To,{key:`${s.id} ${u}`,item:s,context:f},v(Wa,{item:s,choices:ua(s,S,te),reasons:l,isStale:c!==void 0,decided:e=>{Li(e),x(e)},skip:ee}),v(Go,{item:s,buttons:e.buttons.value,decided:t=>{e.putAway(t),t.includes(s.id)&&x(s)}}))),v(`p`,{class:`hint`},v($,{command:`next`}),` `,I(572),` · `,v($,{command:`context`}),` `,I(582),` ·`,` `,v($,{command:`help`}),` `,I(589)))))}function os({who:e,what:t}){let n={who:e,what:t?G(t):`–`};return I(e?438:439,n)}function ss({values:e}){let t=V($i,[]),n=e.view??`all`;return v(H,{of:t},e=>v(cs,{view:n,queues:e,saved:t}))}function cs({view:e,queues:t,saved:n}){let{query:r}=jr.value,i=Qi(e,t),{spacing:a}=Wr.value,o=JSON.stringify([i,a]),s=Je(()=>i?new Hi(i,a):null,[o]);return A(()=>void s?.load(),[s]),!s||!i?v(ln,null,I(335)):v(b,null,v(sa,{view:e,queues:t,list:s,search:i,reload:n.reload}),v(as,{key:o,list:s,wanted:r.get(`item`)??``}))}async function ls(e){let[{item:t},n]=await Promise.all([P.get(`/api/v2/moderation/review_queue/{id}`,{path:{id:e}}),P.post(`/api/v2/moderation/review_queue`,{body:{filter:{id:e},limit:1}})]);return{item:t,own:n.action_config,standard:n.default_action_config??{}}}function us({values:e}){let t=e.id??``,n=V(()=>ls(t),[t]),[r,i]=k(0),a=ei.value.has(t),o=n.data?.item;A(()=>void Ga().catch(()=>void 0),[]),A(()=>{!a&&o&&(Li(o),n.reload())},[a]),Or({refresh:()=>{o&&Li(o),i(r+1),n.reload()},undo:()=>void ui(),unveil:()=>Xa.value=!0,translate:()=>o&&qa(o),mute:()=>Za.value=!(Za.value??Wr.value.mute)},{unveil:()=>Xa.value=!1});let s=async()=>{await navigator.clipboard.writeText(location.href),W(I(524))};return v(b,null,v(on,{title:I(341)},v(`button`,{onClick:()=>void s()},I(523))),v(H,{of:n},e=>v(b,null,e.item.reviewed_at&&v(`p`,{class:`notice`},I(438,{who:e.item.reviewed_by,what:G(e.item.latest_moderator_action)}),` `,v(U,{at:e.item.reviewed_at})),v(To,{key:`${e.item.id} ${e.item.updated_at} ${r}`,item:e.item,context:!0},v(Wa,{item:e.item,choices:ua(e.item,e.own,e.standard),reasons:Gr(Hr.value),isStale:a,decided:()=>void 0}),v(Go,{item:e.item,buttons:e,decided:()=>n.reload()})))))}function ds(e,t,n){return async r=>{let i=await P.get(e,{query:{...n,cursor:r}});return{rows:i[t],next:i.next??i.next_cursor}}}async function fs(e){let t=[],n=null;do{let{rows:r,next:i}=await e(n);t.push(...r),n=i??null}while(n);return t}function ps(e,t){let[n,r]=k([]),[i,a]=k(),[o,s]=k(!0),[c,l]=k(),u=qe(0),d=qe(e);d.current=e;let f=Ye(e=>{let t=u.current+=1;s(!0),l(void 0),d.current(e).then(n=>{t===u.current&&(r(t=>e?[...t,...n.rows]:n.rows),a(n.next??null),s(!1))},e=>{t===u.current&&(l(e),s(!1))})},[]);return A(()=>(r([]),a(void 0),f(null),()=>void(u.current+=1)),[JSON.stringify(t),f]),{rows:n,loading:o,error:c,more:i&&!o?()=>f(i):void 0,reload:()=>f(null),change:r}}var ms=[`label`,`category`,`config_key`,`entity_creator_id`,`entity_type`],hs={label:834,category:445,config_key:413,entity_creator_id:683,entity_type:414};function gs(e,t=0){let n=e?new Date(`${e}T00:00:00`):void 0;if(n&&!Number.isNaN(n.getTime()))return n.setDate(n.getDate()+t),n.toISOString()}function _s(){let e={};for(let t of ms)Y(t)&&(e[t]=Y(t));return Y(`verdict`)&&(e.recommended_action=Y(`verdict`)),{fields:e,since:gs(Y(`since`)),until:gs(Y(`until`),1)}}function vs({fields:e,since:t,until:n},r){let{entity_creator_id:i,...a}=e,o={limit:50,...a,user_id:i,since:t,until:n,cursor:r};return P.get(`/api/v1/content`,{query:o})}function ys({fields:e,since:t,until:n},r){let i={...t?{$gte:t}:{},...n?{$lt:n}:{}};return P.post(`/api/v2/moderation/review_queue`,{body:{filter:{...e,...t||n?{created_at:i}:{}},limit:50,sort:[{field:`created_at`,direction:-1}],exclude_default_action_config:!0,...r?{next:r}:{}}})}function bs(){let e=_s(),t=Y(`which`)===`flagged`,n=qe(void 0),r=ps(async r=>{if(!t&&(!r||n.current)){let{items:t,next:i,listed_since:a}=await vs(e,r);if(n.current=a,a)return{rows:t,next:i}}let{items:i,next:a}=await ys(e,r);return{rows:i,next:a}},[e,t]);return Or({refresh:r.reload,filter:()=>document.querySelector(`.feed-filter input`)?.focus()}),v(b,null,v(on,{title:I(343)},!t&&n.current===null&&v(`p`,{class:`hint`},I(541)),!t&&!!n.current&&v(`p`,{class:`hint`},I(542,{when:yn(mn(n.current)??new Date)}))),v(ea,{class:`feed-filter`},v(Q,{label:I(538),value:Y(`which`),change:e=>J({which:e}),options:[{value:``,label:I(539)},{value:`flagged`,label:I(540)}]}),ms.map(e=>v(Z,{key:e,label:I(hs[e]),value:Y(e),change:t=>J({[e]:t})})),v(Q,{label:I(453),value:Y(`verdict`),change:e=>J({verdict:e}),options:[{value:``,label:I(368)},...[`keep`,`flag`,`remove`].map(e=>({value:e,label:L(`o`,e)}))]}),[`since`,`until`].map(e=>v(Z,{key:e,label:I(`bound.${e}`),type:`date`,value:Y(e),change:t=>J({[e]:t})}))),v(pn,{caption:I(343),pages:r,id:e=>e.id,columns:[{title:I(544),width:`wide`,cell:e=>v(xs,{item:e})},{title:I(465),cell:e=>v(Ss,{id:e.entity_creator_id,name:e.entity_creator?.name})},{title:I(545),cell:e=>v(Cs,{item:e})},{title:I(453),width:`narrow`,cell:e=>v(B,{tone:$t(e.recommended_action)},L(`o`,e.recommended_action||`–`))},{title:I(546),cell:e=>e.reviewed_at?`${G(e.latest_moderator_action)} (${e.reviewed_by})`:`–`},{title:I(371),width:`narrow`,cell:e=>v(U,{at:e.created_at})}]}))}function xs({item:e}){let t=e.moderation_payload??{},n=[t.images,t.videos,t.audios].flatMap(e=>e??[]).length,r=(e.flags??[]).filter(e=>e.type===`user_report`).length;return v(`a`,{class:`row`,href:q(`/item/${e.id}`)},v(or,{text:String(t.texts?.[0]??e.entity_id)}),n>0&&v(B,null,`${I(1272)} ${R(n)}`),r>0&&v(B,{tone:`warn`},I(446,{n:r})))}function Ss({id:e,name:t}){return e?v(`a`,{href:q(`/users/${encodeURIComponent(e)}`),title:e,dir:`auto`},t||e):v(b,null,`–`)}function Cs({item:e}){let t=[...new Set((e.flags??[]).flatMap(e=>e.labels??[]))];return v(`span`,{class:`row`},t.slice(0,4).map(e=>v(B,{key:e},e)),t.length>4&&v(`span`,{class:`faint`},`+`,t.length-4))}async function ws(e){if(!e)return[];let t=async e=>{let t=JSON.stringify({filter_conditions:e,limit:30});return(await P.get(`/api/v2/users`,{query:{payload:t}})).users},[n,r]=await Promise.all([t({id:{$in:[e]}}),t({name:{$autocomplete:e}}).catch(()=>[])]);return[...n,...r.filter(e=>e.id!==n[0]?.id)]}function Ts(){let e=Y(`find`),[t,n]=k(e),r=V(()=>ws(e),[e]),i=ps(async e=>{let t=await P.post(`/api/v2/moderation/review_queue`,{body:{filter:{entity_type:`stream:user`},limit:50,exclude_default_action_config:!0,...e?{next:e}:{}}});return{rows:t.items,next:t.next}},[]);return Or({refresh:i.reload,filter:()=>document.querySelector(`.find input`)?.focus()}),v(b,null,v(on,{title:I(1274)}),v(ea,{class:`find`,send:()=>J({find:t.trim()},{replace:!1})},v(Z,{label:I(525),type:`search`,value:t,change:n,hint:I(526)}),v(`div`,{class:`row`},v(`button`,{type:`submit`,class:`primary`},I(367)),v(`button`,{disabled:!t.trim(),onClick:()=>Nr(`/users/${encodeURIComponent(t.trim())}`)},I(536)))),e&&r.data&&r.data.length>0&&v(fn,{caption:I(367),rows:r.data,id:e=>e.id,columns:[{title:I(854),cell:e=>v(Es,{id:e.id,name:e.name??``})},{title:I(878),cell:e=>e.role},{title:I(688),cell:e=>v(Ds,{banned:e.banned})},{title:I(467),cell:e=>v(U,{at:e.created_at})}]}),e&&r.data?.length===0&&v(`p`,{class:`state`},I(365)),v(`h2`,{class:`section`},I(537)),v(pn,{caption:I(537),pages:i,id:e=>e.id,columns:[{title:I(854),cell:e=>v(Es,{id:e.entity_id,name:e.entity_creator?.name??``})},{title:I(688),cell:e=>v(Ds,{banned:e.entity_creator?.banned??!1})},{title:I(527),numeric:!0,cell:e=>R(e.entity_creator?.flagged_count??0)},{title:I(397),numeric:!0,cell:e=>R(e.entity_creator?.deleted_content_count??0)},{title:I(468),numeric:!0,cell:e=>R(e.entity_creator?.ban_count??0)},{title:I(371),cell:e=>v(U,{at:e.updated_at})}]}))}function Es({id:e,name:t}){return v(`a`,{href:q(`/users/${encodeURIComponent(e)}`)},t||e,` `,t&&v(`code`,null,e))}function Ds({banned:e}){return e?v(B,{tone:`bad`},I(469)):v(B,{tone:`good`},I(528))}var Os=14;async function ks(e){let t=P.post(`/api/v2/moderation/review_queue`,{body:{filter:{entity_creator_id:e},limit:1,exclude_default_action_config:!0}}),n=P.get(`/api/v2/users`,{query:{payload:JSON.stringify({filter_conditions:{id:{$in:[e]}},limit:1})}}),[{items:r},{users:i}]=await Promise.all([t,n]);return{creator:r[0]?.entity_creator??i[0],bans:r[0]?.bans??[]}}async function As(e){let[t,n]=await Promise.all([P.get(`/api/v1/reports`,{query:{user_id:e,limit:20}}),P.get(`/api/v1/reports`,{query:{reporter_id:e,limit:20}})]);return{about:t.reports,by:n.reports}}function js({values:e}){let t=e.id??``,n=V(()=>ks(t),[t]),r=V(()=>P.get(`/api/v1/users/{id}/strikes`,{path:{id:t}}),[t]),i=ft(),a=V(async()=>i?As(t):void 0,[t]),o=V(async()=>i?P.get(`/api/v1/log`,{query:{user_id:t,limit:100}}):{entries:[]},[t]),s=ps(async e=>{let n=await P.post(`/api/v2/moderation/review_queue`,{body:{filter:{entity_creator_id:t},limit:25,exclude_default_action_config:!0,...e?{next:e}:{}}});return{rows:n.items,next:n.next}},[t]),c=()=>{n.reload(),o.reload()};return Or({refresh:c,note:()=>ga.value=!0}),v(b,null,v(`div`,{class:`page-head`},v(`h1`,null,I(342),` `,v(or,{text:n.data?.creator?.name||t})),i&&v(Is,{id:t,profile:n,changed:c}),M(`administer`)&&v(`a`,{class:`button`,href:q(`/erasures/+new?user=${encodeURIComponent(t)}`)},I(631))),v(`div`,{class:`grid`},v(`section`,{class:`card stack`},v(H,{of:n},({creator:e})=>v(Ms,{creator:e})),v(H,{of:r},({strikes:e,totals:t})=>v(Ns,{given:e,totals:t}))),i&&v(`section`,{class:`card`},v(H,{of:o},({entries:e})=>v(Ps,{entries:e}))),v(va,{subject:{target_user_id:t}}),i&&v(`section`,{class:`card stack`},v(H,{of:a},e=>v(b,null,v(Fs,{title:I(529),reports:e?.about??[]}),v(Fs,{title:I(530),reports:e?.by??[]}),e?.by.some(e=>!e.invalid_at)&&v(Mo,{id:t}))))),v(`div`,{class:`row spread section`},v(`h2`,null,I(407)),v(`a`,{href:q(`/content?entity_creator_id=${encodeURIComponent(t)}`)},I(543))),v(pn,{caption:I(407),pages:s,id:e=>e.id,columns:[{title:I(544),width:`wide`,cell:e=>v(`a`,{href:q(`/item/${e.id}`)},v(or,{text:String(e.moderation_payload?.texts?.[0]??e.entity_id)}))},{title:I(453),cell:e=>v(B,{tone:$t(e.recommended_action)},L(`o`,e.recommended_action||`–`))},{title:I(546),cell:e=>e.reviewed_at?`${G(e.latest_moderator_action)} (${e.reviewed_by})`:`–`},{title:I(371),width:`narrow`,cell:e=>v(U,{at:e.created_at})}]}),i&&v(`div`,{class:`section`},v(cr,{of:o})))}function Ms({creator:e}){return e?v(b,null,v(`div`,{class:`row`},v(`code`,null,e.id),e.role!==`user`&&v(B,null,e.role),e.banned&&v(B,{tone:`bad`},I(469),` `,e.ban_expires?v(U,{at:e.ban_expires,full:!0}):``),e.shadow_banned&&v(B,{tone:`warn`},I(470))),v(Ja,{of:e,full:!0})):v(`p`,{class:`faint`},I(535))}function Ns({given:e,totals:t}){return v(`div`,null,v(`h3`,null,I(3)),v(`p`,null,Object.entries(t).map(([e,t])=>v(B,{key:e,tone:`warn`},Pn(`strike_policies`,e),` `,R(t))),e.length===0&&v(`span`,{class:`faint`},I(365))),v(`ul`,null,e.map(e=>v(`li`,{key:e.id,class:`row`},v(U,{at:e.at}),` `,Pn(`strike_policies`,e.policy),` +`,R(e.weight),e.reason&&v(or,{text:e.reason})))))}function Ps({entries:e}){let t=Array.from({length:Os},(e,t)=>new Date(Date.now()-(13-t)*864e5).toISOString().slice(0,10)),n=n=>t.map(t=>e.filter(e=>n.includes(e.kind)&&mn(e.at)?.toISOString().startsWith(t)).length);return v(rn,{title:I(534),labels:t.map(xn),series:[{name:I(387),values:n([`flag`,`report`])},{name:I(388),values:n([`action`,`review`])}]})}function Fs({title:e,reports:t}){return v(`div`,null,v(`h2`,null,e,` (`,R(t.length),`)`),v(`ul`,{class:`stack`},t.slice(0,8).map(e=>v(`li`,{key:e.id},v(`a`,{class:`row`,href:q(`/item/${e.item_id}`)},(e.categories??[]).map(e=>Pn(`report_categories`,e)).join(`, `),` `,v(U,{at:e.created_at}),e.invalid_at&&v(B,null,I(1078))),e.reason&&v(K,{text:e.reason})))))}function Is({id:e,profile:t,changed:n}){let[r,i]=k(!1),[a,o]=k(!1),s=t.data?.creator?.banned||t.data?.creator?.shadow_banned,c=async(e,t)=>{i(!1),o(!0);try{await e(),W(t),n()}catch(e){En(e)}finally{o(!1)}},l=(t,n)=>c(()=>P.post(`/api/v2/moderation/submit_action`,{body:{action_type:`ban`,ban:{target_user_id:e,...t?{reason:t}:{},...n}}}),I(533));return v(b,null,ht(`ban`)&&v(`button`,{class:`danger`,disabled:a,onClick:()=>i(!0)},I(636)),ht(`unban`)&&s&&v(`button`,{disabled:a,onClick:()=>void c(()=>P.post(`/api/v2/moderation/submit_action`,{body:{action_type:`unban`,unban:{target_user_id:e}}}),I(532))},I(531)),r&&v(wa,{who:e,reason:``,close:()=>i(!1),decide:(e,t)=>void l(e,t)}))}function Ls(e){let t=e.original_moderation_action?.type??``;return t===`ban`||e.entity_type===`stream:user`?`unban`:t===`block`||t===`shadow_block`?`unblock`:`restore`}function Rs(e){return e.role===`notifier`?[`block`,`ban`]:[Ls(e)]}function zs({appeal:e,decided:t}){let[n,r]=k(``),[i,a]=k(!1),[o,s]=k(!1),c=aa([`reject_appeal`,`decision_reason`]),l=async(n,r)=>{s(!1);let i;await c.send(async()=>{let t={action_type:n,appeal_id:e.id,...r};i=(await P.post(`/api/v2/moderation/submit_action`,{body:t})).auto_restore_warning})&&(W(i??I(553),{bad:i!==void 0}),await t())},u=e=>{e===`ban`?s(!0):l(e,{decision_reason:n})},d=!c.busy&&n.trim()!==``;return v(ea,null,v(na,{label:I(552),value:n,change:r,rows:2,maxLength:2e3,hint:I(614),error:c.wrong(`reject_appeal`)??c.wrong(`decision_reason`)}),v(ra,{label:I(609),checked:i,change:a}),c.problem,v(`div`,{class:`row`},Rs(e).filter(ht).map(t=>v(`button`,{key:t,disabled:!d||i,onClick:()=>u(t)},e.role===`author`?I(549):I(615,{what:G(t)}))),v(`button`,{class:`danger`,disabled:!d,onClick:()=>void l(`reject_appeal`,{reject_appeal:{decision_reason:n},...i?{unfounded:i}:{}})},I(652))),o&&v(wa,{who:e.entity_id,reason:n,close:()=>s(!1),decide:(e,t)=>void l(`ban`,{decision_reason:n,ban:{...t,reason:e}})}))}var Bs=[`for_complainant`,`for_platform`,`partly`,`ended`];function Vs({appeal:e,changed:t}){let[n,r]=k(!1),i=e.out_of_court;return!i&&!M(`oversee`)?null:v(`section`,null,v(`div`,{class:`row spread`},v(`h2`,null,I(735)),M(`oversee`)&&v(`button`,{onClick:()=>r(!0)},I(i?14:724))),i&&v(Da,{of:[[I(725),i.body],[I(734),i.reference],[I(731),v(U,{at:i.opened_at,full:!0})],[I(726),i.closed_at&&v(U,{at:i.closed_at,full:!0})],[I(686),i.outcome&&L(`court`,i.outcome)],[I(730),i.implemented&&`✓`]]}),n&&v(Ws,{appeal:e,changed:t,close:()=>r(!1)}))}var Hs=e=>e?.slice(0,10)??``,Us=e=>e?`${e}T00:00:00Z`:null;function Ws({appeal:e,changed:t,close:n}){let[r,i]=k(e.out_of_court??{body:``,reference:``,opened_at:new Date().toISOString(),closed_at:null,outcome:null,implemented:null}),a=aa([`body`,`reference`,`opened_at`,`closed_at`,`outcome`,`implemented`]),o=e=>i({...r,...e});return v(z,{title:I(735),close:n},v(ea,{send:async()=>{let i={...r,outcome:r.closed_at?r.outcome:null,implemented:r.closed_at?r.implemented:null};await a.send(async()=>t((await P.put(`/api/v1/appeals/{id}/out_of_court`,{path:{id:e.id},body:i})).appeal))&&n()}},v(Z,{label:I(725),value:r.body,change:e=>o({body:e}),error:a.wrong(`body`),required:!0}),v(Z,{label:I(734),value:r.reference,change:e=>o({reference:e}),error:a.wrong(`reference`),required:!0}),v(Z,{label:I(731),type:`date`,value:Hs(r.opened_at),change:e=>o({opened_at:Us(e)??``}),error:a.wrong(`opened_at`),required:!0}),v(Z,{label:I(726),type:`date`,value:Hs(r.closed_at),change:e=>o({closed_at:Us(e)}),error:a.wrong(`closed_at`)}),r.closed_at&&v(b,null,v(Q,{label:I(686),value:r.outcome??``,change:e=>o({outcome:e||null}),options:[{value:``,label:`–`},...Bs.map(e=>({value:e,label:L(`court`,e)}))],error:a.wrong(`outcome`)}),v(ra,{label:I(730),checked:r.implemented===!0,change:e=>o({implemented:e})})),a.problem,v(`button`,{type:`submit`,class:`primary`,disabled:a.busy},I(358))))}function Gs({appeal:e,changed:t}){let[n,r]=k(``),i=aa([`text`]);return v(`details`,{open:e.notes.length>0},v(`summary`,null,I(487),` (`,R(e.notes.length),`)`),v(`ul`,{class:`stack`},e.notes.map(e=>v(`li`,{key:e.at},v(`span`,{class:`row`},v(`b`,null,e.by),` `,v(U,{at:e.at})),v(K,{text:e.text})))),dt(`moderator`)&&v(ea,{send:async()=>{await i.send(async()=>t((await P.post(`/api/v1/appeals/{id}/notes`,{path:{id:e.id},body:{text:n}})).appeal))&&r(``)}},v(Z,{label:I(488),value:n,change:r,maxLength:2e3,error:i.wrong(`text`)}),i.problem,v(`button`,{type:`submit`,disabled:i.busy||!n.trim()},I(581))))}function Ks({appeal:e,changed:t}){let{original_moderation_action:n,reversal:r}=e,i=e.status===`submitted`,a=mt(e.first_by);return v(`article`,{class:`card stack appeal`,tabIndex:-1,"aria-label":I(606,{who:e.user.name||e.user.id})},v(`div`,{class:`row spread`},v(`span`,{class:`row`},v(`a`,{href:q(`/users/${encodeURIComponent(e.user.id)}`)},e.user.name||e.user.id),v(B,null,L(`appeal`,e.role)),v(B,{tone:$t(e.status)},L(`appeal`,e.status)),e.outcome&&v(B,null,L(`appeal`,e.outcome)),e.late&&v(B,{tone:`warn`},I(607)),e.unfounded&&v(B,{tone:`warn`},I(608)),v(U,{at:e.created_at})),e.review_queue_item_id&&v(`a`,{href:q(`/item/${e.review_queue_item_id}`)},I(341))),v(`div`,{class:`grid`},v(`section`,null,v(`h2`,null,I(547)),v(K,{text:e.appeal_reason}),(e.attachments??[]).map(e=>v(`code`,{key:e},e))),v(`section`,null,v(`h2`,null,I(548)),v(Da,{of:[[I(928),n&&v(`b`,null,G(n.type))],[I(610),e.first_by||I(486)],[I(371),n&&v(U,{at:n.created_at,full:!0})],[I(370),n?.reason&&v(K,{text:n.reason})],[I(611),e.told_at&&v(U,{at:e.told_at,full:!0})],[I(681),e.handlers.join(`, `)],[I(612),!i&&e.decision_reason&&v(K,{text:e.decision_reason})],[I(613),r&&v(b,null,v(B,{tone:$t(r.state)},L(`appeal`,r.state)),r.deliveries.map(e=>v(`p`,{key:e.id,class:`hint`},G(e.action_id),`: `,qn(e.state))))]]}))),v(ao,{item:{entity_type:e.entity_type,entity_id:e.entity_id,moderation_payload:e.entity_content}}),v(Vs,{appeal:e,changed:t}),v(Gs,{appeal:e,changed:t}),i&&a&&v(`p`,{class:`notice`},I(551)),i&&!a&&dt(`moderator`)&&v(zs,{appeal:e,decided:async()=>t((await P.get(`/api/v1/appeals/{id}`,{path:{id:e.id}})).appeal)}))}var qs={status:[`submitted`,`accepted`,`rejected`],role:[`author`,`notifier`],late:[`true`,`false`],outcome:[`upheld`,`reversed`,`partly`],out_of_court:[`none`,`open`,`closed`],order:[`oldest`,`newest`]},Js=[`of_user`,`handler`];function Ys(){let e=[...Object.keys(qs),...Js].map(e=>[e,Y(e)]);return{status:`submitted`,...Object.fromEntries(e.filter(([,e])=>e))}}function Xs(){let e=Ys(),[t,n]=k(0),r=ps(async t=>{let{status:n,...r}=e,i={...r,...n===`all`?{}:{status:n},limit:25,cursor:t},{appeals:a,next:o}=await P.get(`/api/v1/appeals`,{query:i});return{rows:a,next:o}},[e]),i=e=>{let i=Math.min(Math.max(t+e,0),r.rows.length-1);n(i),document.querySelectorAll(`.appeal`)[i]?.focus()};Or({refresh:r.reload,next:()=>i(1),previous:()=>i(-1)});let a=t=>r.change(n=>n.flatMap(n=>n.id===t.id?t.status===e.status||e.status===`all`?[t]:[]:[n]));return v(b,null,v(on,{title:I(344)}),v(ea,{class:`feed-filter`},Object.keys(qs).map(t=>v(Q,{key:t,label:I(`appealBy.${t}`),value:e[t]??(t===`order`?`oldest`:``),change:e=>J({[t]:t===`status`&&!e?`all`:e}),options:[...t===`order`?[]:[{value:t===`status`?`all`:``,label:I(368)}],...qs[t].map(e=>({value:e,label:L(`appeal`,e)}))]})),Js.map(t=>v(Z,{key:t,label:I(`appealBy.${t}`),type:`search`,value:e[t]??``,change:e=>J({[t]:e})}))),v(`div`,{class:`stack`},r.rows.map(e=>v(Ks,{key:e.id,appeal:e,changed:a}))),r.rows.length===0&&!r.loading&&r.error===void 0&&v(ln,null,I(550)),r.error!==void 0&&v(un,{error:r.error,retry:r.reload}),r.loading&&v(cn,null),r.more&&v(`button`,{class:`more`,onClick:r.more},I(364)))}function Zs({label:e,of:t}){let n=Y(`part`),r=t.find(e=>e.id===n)??t[0];return v(b,null,v(`nav`,{class:`parts`,"aria-label":e},t.map((e,t)=>v(`a`,{key:e.id,href:q(Mr.value)+(t>0?`?part=${e.id}`:``),"aria-current":e===r?`page`:void 0},e.title))),v(`div`,{key:r?.id,class:`stack`},r?.view()))}var Qs=30,$s=e=>new Date(Date.now()-e*864e5).toISOString().slice(0,10);function ec(){let[e,t]=k($s(Qs)),[n,r]=k($s(-1)),i=V(()=>P.get(`/api/v1/agreement`,{query:{from:`${e}T00:00:00Z`,to:`${n}T00:00:00Z`}}),[e,n]);return v(b,null,v(`p`,{class:`hint`},I(626)),v(ea,{class:`feed-filter`},v(Z,{label:I(689),type:`date`,value:e,change:e=>e&&t(e)}),v(Z,{label:I(690),type:`date`,value:n,change:e=>e&&r(e)})),v(H,{of:i},({policies:e,complete:t})=>v(b,null,!t&&v(`p`,{class:`notice`},I(627)),e.length===0?v(ln,null):v(fn,{caption:I(617),rows:e,id:e=>e.policy,columns:[{title:I(413),cell:e=>v(`b`,null,e.policy)},{title:I(293),numeric:!0,width:`narrow`,cell:e=>R(e.items)},{title:I(628),numeric:!0,cell:e=>Xt(e.agreed/Math.max(1,e.items))},{title:`Krippendorff α`,width:`wide`,cell:e=>e.alpha===null?I(629):v(b,null,v(`b`,null,R(e.alpha)),` `,e.low!==null&&e.high!==null&&v(`span`,{class:`faint`},I(630,{low:e.low,high:e.high})))}]}))))}function tc(){return v(b,null,v(on,{title:I(590)}),v(Zs,{label:I(590),of:[...M(`decide`)?[{id:`looks`,title:I(616),view:()=>v(nc,null)}]:[],...M(`oversee`)?[{id:`agreement`,title:I(617),view:()=>v(ec,null)}]:[]]}))}function nc(){let e=ps(ds(`/api/v1/second_looks`,`second_looks`,{limit:25}),[]),[t,n]=k(``),r=aa([`reason`]),i=e.rows[0],a=async a=>{if(!i||r.busy)return;let o={verdict:a,...t?{reason:t}:{}};await r.send(()=>P.post(`/api/v1/second_looks/{id}`,{path:{id:i.id},body:o}))&&(W(I(624)),n(``),yr(),e.rows.length===1&&e.more&&e.more(),e.change(e=>e.slice(1)))};return Or({refresh:e.reload,keep:()=>void a(`keep`),remove:()=>void a(`act`)}),v(b,null,v(`p`,{class:`hint`},I(618)),e.error!==void 0&&v(un,{error:e.error,retry:e.reload}),i&&v(`article`,{class:`stack`,"aria-label":I(619)},v(`p`,{class:`row`},v(`b`,null,I(620,{policy:i.policy})),v(`span`,{class:`faint`},i.entity_type),i.languages.length>0&&v(`span`,{class:`faint`},i.languages.join(`, `)),i.labels.map(e=>v(B,{key:e},e))),v(ao,{key:i.id,item:rc(i)}),v(Z,{label:I(370),value:t,change:n,maxLength:500,error:r.wrong(`reason`)}),r.problem,v(`div`,{class:`bar`},v(`button`,{class:`primary`,disabled:r.busy,onClick:()=>void a(`keep`)},I(621),` `,v($,{command:`keep`})),v(`button`,{class:`danger`,disabled:r.busy,onClick:()=>void a(`act`)},I(622),` `,v($,{command:`remove`})),v(`span`,{class:`faint`},I(623,{n:`${R(e.rows.length)}${e.more?`+`:``}`})))),e.loading&&v(cn,null),!i&&!e.loading&&e.error===void 0&&v(ln,null,I(625)))}function rc(e){let t=[{result:[{provider_name:``,labels:e.labels}]}];return{entity_type:e.entity_type,moderation_payload:e.content,flags:t}}function ic({notice:e,embedded:t=!1}){let[n,r]=k({password:!0,providers:[]});A(()=>{St().then(r,()=>void 0)},[]);let i=v(b,null,e&&v(`p`,{class:`notice`,role:`alert`},e),_t.value&&v(`p`,{class:`notice`,role:`alert`},I(`turnedAway.${_t.value}`)),n.password&&v(ac,null),n.providers.map(e=>v(`a`,{key:e.id,class:`button`,href:`/dashboard/sign_in/${encodeURIComponent(e.id)}`},I(349,{provider:e.label}))));return t?i:v(`main`,{class:`sign-in`},v(`h1`,null,`Gavel`),i)}function ac(){let[e,t]=k(``),[n,r]=k(``),[i,a]=k(!1),o=aa();return v(`form`,{onSubmit:t=>{t.preventDefault(),a(!1),o.send(async()=>{try{await yt(e,n)}catch(e){if(!(e instanceof Ct)||e.status!==401)throw e;a(!0)}})}},v(Z,{label:I(854),value:e,change:t,autocomplete:`username`,required:!0}),v(Z,{label:I(348),type:`password`,value:n,change:r,autocomplete:`current-password`,required:!0}),i&&v(`p`,{class:`wrong`,role:`alert`},I(351)),o.problem,v(`button`,{type:`submit`,class:`primary`,disabled:o.busy},I(346)))}function oc(){return v(z,{title:I(353),close:()=>void 0,stays:!0},v(`p`,null,I(354)),v(sc,{needsOld:!1}))}function sc({needsOld:e,done:t}){let[n,r]=k(``),[i,a]=k(``),[o,s]=k(``),c=aa([`password`,`old`]),l=o!==``&&i!==o,u=async l=>{l.preventDefault(),i===o&&await c.send(()=>xt(i,e?n:void 0))&&(r(``),a(``),s(``),t?.())};return v(`form`,{onSubmit:e=>void u(e)},e&&v(Z,{label:I(357),type:`password`,value:n,change:r,error:c.wrong(`old`),autocomplete:`current-password`,required:!0}),v(Z,{label:I(352),type:`password`,value:i,change:a,error:c.wrong(`password`),autocomplete:`new-password`,required:!0}),v(Z,{label:I(355),type:`password`,value:o,change:s,error:l?I(356):void 0,autocomplete:`new-password`,required:!0}),c.problem,v(`button`,{type:`submit`,class:`primary`,disabled:c.busy||l},I(358)))}function cc(e,t){return Object.keys(vc).find(n=>n!==t&&pr.value[n].includes(e))}function lc({change:e}){let[t,n]=k(null),r=F.value.keys.own;return v(b,null,v(`ul`,{class:`key-table`},xc().map(e=>v(`li`,{key:e},v(`span`,null,I(yc(e).title),e.startsWith(`reason`)&&` ${e.slice(6)}`),v($,{command:e}),v(`button`,{class:`quiet`,onClick:()=>n(e),"aria-label":`${I(565)}: ${I(yc(e).title)}`},I(565))))),Object.keys(r).length>0&&v(`button`,{onClick:()=>e({})},I(568)),t&&v(uc,{command:t,close:()=>n(null),take:i=>{e({...r,[t]:[i]}),n(null)}}))}function uc({command:e,close:t,take:n}){let[r,i]=k(``);return A(()=>{let t=t=>{let r=br(t);if(!r||r===`Escape`||r===`Enter`||r===` `)return;t.preventDefault();let a=cc(r,e);a?i(I(567,{key:wc(r),command:I(yc(a).title)})):n(r)};return window.addEventListener(`keydown`,t,!0),()=>window.removeEventListener(`keydown`,t,!0)},[e,n]),v(z,{title:I(yc(e).title),close:t},v(`p`,null,I(566)),r&&v(`p`,{class:`wrong`,role:`alert`},r))}function dc(e){Lt(e).catch(e=>{e instanceof Ct?W(I(569),{bad:!0}):En(e)})}function fc(e){return e.split(`
`).map(e=>e.trim()).filter(Boolean).slice(0,100)}function pc(e,t){let n=Number.parseInt(e,10);return Number.isFinite(n)?Math.min(t,Math.max(0,n)):0}function mc(){let{theme:e,language:t,media:n,keys:r,pause:i,apart:a,break_after:o}=F.value,{veiled:s,spacing:c}=Wr.value,[l,u]=k(s.join(`
`)),[d,f]=k(c?.labels.join(`
`)??``);return v(b,null,v(on,{title:I(52)}),v(`div`,{class:`grid`},v(`section`,{class:`card stack`},v(`h2`,null,I(554)),v(Q,{label:I(555),value:e,change:e=>dc({theme:e}),options:[`auto`,`light`,`dark`,`contrast`].map(e=>({value:e,label:I(`theme.${e}`)}))}),v(Q,{label:I(556),value:t,change:e=>dc({language:e}),options:[{value:``,label:I(557)},{value:`en`,label:`English`},{value:`de`,label:`Deutsch`}]})),v(`section`,{class:`card stack`},v(`h2`,null,I(559)),[`blur`,`grey`,`mute`].map(e=>v(ra,{key:e,label:I(`veil.${e}`),checked:Wr.value[e],change:t=>dc({media:{...n,[e]:t}})})),v(na,{label:I(924),hint:I(560),value:l,rows:3,change:e=>{u(e),dc({veiled:fc(e)})}}),v(Q,{label:I(899),value:String(c?.severity??0),change:e=>dc({apart:{...a,severity:Number(e)}}),options:[`–`,`low`,`medium`,`high`,`critical`].map((e,t)=>({value:String(t),label:L(`o`,e)}))}),v(na,{label:I(898),hint:I(560),value:d,rows:3,change:e=>{f(e),dc({apart:{...a,labels:fc(e)}})}}),v(Z,{label:I(561),type:`number`,min:`0`,max:`480`,value:String(o),change:e=>dc({break_after:pc(e,480)})})),v(`section`,{class:`card stack`},v(`h2`,null,I(1017)),v(Q,{label:I(558),value:String(i),change:e=>dc({pause:Number(e)}),options:[`5`,`6`,`7`,`8`,`9`,`10`].map(e=>({value:e,label:e}))}),v(`h2`,null,I(348)),v(sc,{needsOld:!0,done:()=>W(I(359))})),v(`section`,{class:`card stack`},v(`h2`,null,I(562)),v(ra,{label:I(563),checked:r.on,change:e=>dc({keys:{...r,on:e}})}),v(Q,{label:I(564),value:r.preset,change:e=>dc({keys:{...r,preset:e,own:At.keys.own}}),options:[{value:`gavel`,label:`Gavel`},{value:`ozone`,label:`Ozone`},{value:`coral`,label:`Coral`}]}),v(lc,{change:e=>dc({keys:{...r,own:e}})}))))}var hc=[{path:`/`,title:339,group:`work`,page:Rr},{path:`/queue/:view`,to:`/queue/all`,title:340,group:`work`,page:ss},{path:`/item/:id`,title:341,page:us},{path:`/content`,title:343,group:`work`,page:bs},{path:`/users`,title:1274,group:`work`,page:Ts},{path:`/users/:id`,title:342,page:js},{path:`/appeals`,title:344,group:`work`,all:!0,page:Xs},{path:`/second_looks`,title:590,group:`work`,needs:`moderator`,all:!0,page:tc},{path:`/settings`,title:52,group:`appGroup`,page:mc}];function gc({needs:e,all:t}){return t&&!ft()?!1:!e||(e===`admin`?M(`administer`):dt(e))}var _c=[...hc,...Zt],vc={next:{title:572,group:`move`},previous:{title:573,group:`move`},open:{title:574,group:`move`},select:{title:422,group:`move`},selectRange:{title:575,group:`move`},selectPage:{title:576,group:`move`},close:{title:577,group:`move`},keep:{title:651,group:`decide`,decides:!0},remove:{title:578,group:`decide`,decides:!0},ban:{title:636,group:`decide`,decides:!0},skip:{title:1255,group:`decide`,decides:!0},escalate:{title:648,group:`decide`,decides:!0},flag:{title:649,group:`decide`,decides:!0},others:{title:579,group:`decide`},undo:{title:580,group:`decide`},note:{title:581,group:`decide`},reason1:{title:370,group:`decide`},reason2:{title:370,group:`decide`},reason3:{title:370,group:`decide`},reason4:{title:370,group:`decide`},reason5:{title:370,group:`decide`},reason6:{title:370,group:`decide`},reason7:{title:370,group:`decide`},reason8:{title:370,group:`decide`},reason9:{title:370,group:`decide`},context:{title:582,group:`look`},unveil:{title:583,group:`look`},mute:{title:584,group:`look`},translate:{title:585,group:`look`},refresh:{title:586,group:`look`},filter:{title:587,group:`look`},palette:{title:588,group:`look`},help:{title:589,group:`look`},goOverview:{title:339,group:`go`,to:`/`},goQueue:{title:340,group:`go`,to:`/queue/all`},goUsers:{title:1274,group:`go`,to:`/users`},goRules:{title:1001,group:`go`,to:`/rules`},goLog:{title:345,group:`go`,to:`/log`},goAppeals:{title:344,group:`go`,to:`/appeals`},goDeliveries:{title:195,group:`go`,to:`/deliveries`},goContent:{title:343,group:`go`,to:`/content`},goSettings:{title:52,group:`go`,to:`/settings`}};function yc(e){return vc[e]}function bc(e){let{group:t,to:n}=yc(e);return n?_c.some(e=>(e.to??e.path)===n&&gc(e)):e.startsWith(`select`)?M(`oversee`):e===`ban`||e===`escalate`?ht(e):e===`flag`?ht(e)&&ft():t!==`decide`||M(`decide`)}function xc(){return Object.keys(vc).filter(bc)}var Sc=[`move`,`decide`,`look`,`go`],Cc={ArrowDown:`↓`,ArrowUp:`↑`,ArrowLeft:`←`,ArrowRight:`→`,Escape:`Esc`};function wc(e){return Cc[e]??e.replace(`Shift+`,`⇧ `)}function $({command:e}){return v(`span`,{class:`keys`},pr.value[e].map(e=>v(`kbd`,{key:e},wc(e))))}function Tc(e){let t=[];for(let n of xc()){let{title:r,group:i}=yc(n);if(i!==e)continue;let a=t.find(e=>e.title===r);a?a.commands.push(n):t.push({title:r,commands:[n]})}return t}function Ec({close:e}){return v(z,{title:I(562),close:e},v(`p`,{class:`hint`},F.value.keys.on?I(571):I(570)),v(`div`,{class:`help`},Sc.map(e=>v(`section`,{key:e},v(`h3`,null,I(`keyGroup.${e}`)),v(`dl`,null,Tc(e).map(e=>v(`div`,{key:e.title},v(`dt`,null,I(e.title)),v(`dd`,null,e.commands.map(e=>v($,{key:e,command:e}))))))))))}var Dc=12;function Oc(e,t){let n=t.filter(e=>!yc(e).to&&e!==`palette`),r=[...Object.entries(Ki).map(([e,{title:t}])=>({id:e,name:I(t)})),...e.map(({id:e,name:t})=>({id:e,name:t}))];return[...n.map(e=>({title:I(yc(e).title),kind:``,command:e,act:()=>Tr(e)})),..._c.filter(e=>e.group&&gc(e)).map(e=>({title:I(e.title),kind:I(338),act:()=>Nr(e.to??e.path)})),...r.map(({id:e,name:t})=>({title:t,kind:I(402),act:()=>Nr(`/queue/${e}`)}))]}function kc(e,t){let n=t.toLowerCase().split(/\s+/).filter(Boolean),r=e.filter(({title:e,kind:t})=>n.every(n=>`${e} ${t}`.toLowerCase().includes(n))),i=t.trim(),a={title:i,kind:I(342),act:()=>Nr(`/users/${encodeURIComponent(i)}`)};return[...r.slice(0,Dc),...i?[a]:[]]}function Ac({close:e}){let[t,n]=k(``),[r,i]=k(0),a=V(()=>P.get(`/api/v2/moderation/queues`),[]),[o]=k(wr),s=Xe(),c=kc(Oc(a.data?.queues??[],o),t),l=Math.min(r,c.length-1),u=t=>{t&&(e(),setTimeout(t.act))};return v(z,{title:I(588),close:e},v(`input`,{role:`combobox`,"aria-label":I(588),"aria-expanded":c.length>0,"aria-controls":s,"aria-autocomplete":`list`,"aria-activedescendant":l>=0?`${s}-${l}`:void 0,autocomplete:`off`,autofocus:!0,value:t,onInput:e=>{n(e.currentTarget.value),i(0)},onKeyDown:e=>{let t={ArrowDown:1,ArrowUp:-1}[e.key];e.isComposing||t===void 0&&e.key!==`Enter`||(e.preventDefault(),t===void 0?u(c[l]):i((l+t+c.length)%c.length))}}),v(`ul`,{id:s,role:`listbox`,"aria-label":I(588),class:`palette`},c.map((e,t)=>v(`li`,{key:`${e.kind} ${e.title} ${e.command??``}`,id:`${s}-${t}`,role:`option`,"aria-selected":t===l,ref:t===l?e=>e?.scrollIntoView({block:`nearest`}):null,onClick:()=>u(e)},v(`span`,{class:`line`,dir:`auto`},e.title),` `,e.command?v($,{command:e.command}):v(`span`,{class:`faint`},e.kind)))))}function jc(){let[e,t]=k(!1);A(yi,[]);let n=ti.value.at(-1),r=ni.value;return v(b,null,(n||r.length>0)&&v(`div`,{class:`pending`,role:`region`,"aria-label":I(504)},n&&v(Mc,{key:n.id,order:n,count:ti.value.length}),r.length>0&&v(`div`,{class:`row spread late`},v(`span`,{class:`problem`},I(499,{n:r.length})),v(`span`,{class:`row`},v(`button`,{class:`quiet`,onClick:()=>t(!0)},I(504)),v(`button`,{onClick:()=>void fi(!0)},I(362))))),e&&v(z,{title:I(504),close:()=>t(!1)},v(`ul`,{class:`stack`},r.map(e=>v(`li`,{key:e.id,class:`row spread`},v(`span`,null,e.title,` `,v(`code`,null,e.item.entity_id),v(`span`,{class:`problem`},` `,e.problem)),v(`button`,{onClick:()=>di(e)},I(506)))))))}function Mc({order:e,count:t}){let[n,r]=k(Date.now());A(()=>{let e=setInterval(()=>r(Date.now()),200);return()=>clearInterval(e)},[]);let i=Math.max(0,e.sendAt-n);return v(b,null,v(`div`,{class:`row spread`},v(`span`,null,I(494,{what:e.title,n:Math.ceil(i/1e3)}),t>1&&v(`span`,{class:`faint`},` (+`,t-1,`)`)),v(`span`,{class:`row`},v(`button`,{class:`quiet`,onClick:()=>void fi(!0)},I(503)),v(`button`,{onClick:()=>void ui(e)},I(491),` `,v($,{command:`undo`})))),v(`progress`,{max:F.value.pause*1e3,value:i,"aria-label":e.title}))}var Nc=[`work`,`rulesGroup`,`operate`,`appGroup`];function Pc(e){return(e.path.split(`/`)[1]??``)===(Mr.value.split(`/`)[1]??``)}function Fc({help:e,unread:t}){let[n,r]=k(!1),i=Mr.value;A(()=>r(!1),[i]);let{member:a,app:o}=j.value??{};return v(`header`,{class:`side`},v(`div`,{class:`brand`},v(`a`,{href:q(`/`)},v(`strong`,null,`Gavel`),` `,v(`span`,{class:`faint line`},o?.name)),v(`button`,{class:`menu`,"aria-expanded":n,"aria-controls":`pages`,onClick:()=>r(!n)},I(331),t>0&&v(Ic,{unread:t}))),v(`nav`,{id:`pages`,"aria-label":I(338),"data-open":n},Nc.map(e=>{let n=_c.filter(t=>t.group===e&&gc(t));return n.length===0?null:v(`section`,{key:e},v(`h2`,null,I(`group.${e}`)),v(`ul`,null,n.map(e=>v(`li`,{key:e.path},v(`a`,{href:q(e.to??e.path),"aria-current":Pc(e)?`page`:void 0},I(e.title),e.path===`/log`&&t>0&&v(Ic,{unread:t}))))))}),v(`div`,{class:`who`},v(`span`,{class:`line`},a?.name,` `,v(`span`,{class:`faint`},a?.role)),v(`button`,{class:`quiet`,onClick:e,"aria-label":I(562)},`?`),v(`button`,{class:`quiet`,onClick:()=>bt().catch(En)},I(332)))))}function Ic({unread:e}){return v(`span`,{class:`dot`,"data-unread":e,title:I(333,{n:e})},v(`span`,{class:`unseen`},I(333,{n:e})))}var Lc=E(0);async function Rc(){try{Lc.value=(await P.get(`/api/v1/log/unread`)).unread}catch{}}function zc(){for(let e of[1,4,12])setTimeout(()=>void Rc(),e*1e3)}var Bc=E(!1),Vc=E(!1),Hc={};for(let[e,{to:t}]of Object.entries(vc))t&&(Hc[e]=()=>Nr(t));De(()=>{Gt.value,qt()});function Uc(){let[e,t]=k();return A(()=>(vt().catch(e=>{j.value=null,t(e)}),document.addEventListener(`click`,Ir),document.addEventListener(`keydown`,Wc),()=>{document.removeEventListener(`click`,Ir),document.removeEventListener(`keydown`,Wc)}),[]),j.value===void 0?v(cn,null):j.value===null?v(ic,{notice:e?Gc(e):void 0}):v(Kc,{key:j.value.member.id})}function Wc(e){e.key!==`k`||!(e.ctrlKey||e.metaKey)||e.altKey||e.shiftKey||(e.preventDefault(),j.value&&!document.querySelector(`dialog[open]`)&&(Vc.value=!0))}function Gc(e){return e instanceof Error&&`status`in e&&e.status===401?I(350):sn(e)}function Kc(){return A(()=>{if(Ft(),Ur(),!ft())return;Rc();let e=setInterval(()=>void Rc(),3e4);return()=>clearInterval(e)},[]),Or({help:()=>Bc.value=!0,palette:()=>Vc.value=!0,...Hc}),v(`div`,{class:`shell`},v(`a`,{class:`skip`,href:`#content`},I(330)),v(Fc,{help:()=>Bc.value=!0,unread:Lc.value}),v(`main`,{id:`content`,tabIndex:-1},!wt.value&&v(`p`,{class:`notice`,role:`alert`},I(334)),v(Yc,null)),v(jc,null),v(On,null),Vc.value&&v(Ac,{close:()=>Vc.value=!1}),Bc.value&&v(Ec,{close:()=>Bc.value=!1}),st.value&&v(z,{title:I(346),close:()=>void 0,stays:!0},v(ic,{notice:I(347),embedded:!0})),j.value?.member.must_set_password&&v(oc,null))}function qc(e){for(let t of _c){let n=Pr(t.path,e);if(n)return{route:t,values:n}}}var Jc=E({});function Yc(){let e=qc(Mr.value),t=e?.route,[n,r]=k(),i=t&&(t.page??Jc.value[t.path]);if(A(()=>{r(void 0),document.title=t?`${I(t.title)} – Gavel`:`Gavel`,t&&!i&&Ht(async()=>{let{pages:e}=await import(`./leading-CACFbYYs.js`).then(e=>e.t);return{pages:e}},[]).then(({pages:e})=>Jc.value=e,r)},[t]),!e)return v(ln,null,I(335));if(!gc(e.route)){let{needs:t}=e.route;return v(ln,null,t&&!dt(t)?I(336,{role:t}):I(337))}return n===void 0?i?v(i,{key:e.route.path,values:e.values}):v(cn,null):v(un,{error:n,retry:()=>location.reload()})}window.addEventListener(`unhandledrejection`,e=>{e.reason instanceof DOMException||W(sn(e.reason),{bad:!0})});var Xc=document.getElementById(`page`);Xc&&ge(v(Uc,null),Xc);export{on as $,Or as A,W as B,na as C,k as Ct,Nr as D,q as E,Jn as F,xn as G,U as H,qn as I,H as J,pn as K,G as L,or as M,K as N,Y as O,Yn as P,un as Q,Hn as R,ia as S,Xe as St,aa as T,v as Tt,bn as U,En as V,Sn as W,ln as X,V as Y,cn as Z,Da as _,mt as _t,ds as a,Yt as at,ea as b,ft as bt,jo as c,L as ct,So as d,P as dt,rn as et,po as f,Tt as ft,ja as g,pt as gt,ka as h,M as ht,fs as i,z as it,sr as j,J as k,wo as l,I as lt,Ma as m,ct as mt,Lc as n,B as nt,ps as o,R as ot,mo as p,at as pt,fn as q,Zs as r,$t as rt,Mo as s,Xt as st,zc as t,an as tt,xo as u,Ct as ut,ra as v,ht as vt,Z as w,b as wt,Q as x,A as xt,ta as y,lt as yt,Pn as z};