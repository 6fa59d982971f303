var e,t,n,r,i,a,o,s,c,l,u=Symbol.for(`pv`),d={},f=[],p=/^m(i|n|o|s|text|space)$/,m=Array.isArray,h=f.slice,g=Object.assign;function _(e){e&&e.parentNode&&e.remove()}function v(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?h.call(arguments,2):n),y(e,o,r,i,null)}function y(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:u,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function b(e){return e.children}function x(e,t){this.props=e,this.context=t,this.__g=0}function ee(e,t){if(t==null)return e.__&&ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ee(e)}function S(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=g({constructor:u},r)).__v=r.__v+1,e.vnode&&e.vnode(n),ce(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||ee(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,de(a,n,o),r.__=r.__e=null,n.__e!=i&&te(n))}function te(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),te(e)}function C(t){(8&t.__g||(t.__g|=8,n.push(t),i++))&&r==e.debounceRendering||((r=e.debounceRendering)||queueMicrotask)(w)}function w(){try{for(var e,t=1;n.length;)n.length>t&&n.sort(a),e=n.shift(),t=n.length,8&e.__g&&S(e)}finally{(i=n.length)&&(r||queueMicrotask)(w)}}function ne(e,t,n,r,i,a,o,s,c,l,u){var p,m,h,g,_,v,y=r.__k||f,b=t.length;for(c=T(n,t,y,c,b),p=0;p<b;p++)(h=n.__k[p])!=null&&(m=~h.__i&&y[h.__i]||d,h.__i=p,v=ce(e,h,m,i,a,o,s,c,l,u),g=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&pe(m.ref,null,h,m),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=re(h,c,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function T(e,t,n,r,i){var a,o,s,c,l,d,f,p,h,g=n.length,_=g,v=0,x=0,S=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=S[a]=y(null,o):m(o)?o=S[a]=y(b,{children:o}):o.constructor===u&&o.__b?o=S[a]=y(o.type,o.props,o.key,o.ref,o.__v):S[a]=o,c=a+v,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ie(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?v--:l==c+1?v++:l!=c&&(l>c?v--:v++,x=1)):(~l||(i>g?v--:i<g&&v++),typeof o.type!=`function`&&(o.__u|=4))):S[a]=null;if(x){for(d=[],f=[],a=0;a<i;a++)if((o=S[a])&&16&o.__u){for(v=0,p=d.length;v<p;)d[h=v+p>>1]<o.__i?v=h+1:p=h;d[v]=o.__i,f[a]=v+1}for(v=d.length;a--;)f[a]&&(f[a]==v?v--:S[a].__u|=4)}if(_)for(a=0;a<g;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ee(s)),me(s,s));return r}function re(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=re(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ee(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ie(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ae(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function oe(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ae(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ae(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=l[t]||(l[t]=se(t)),(e.__a||={})[t]=c,a=t!=(t=t.replace(s,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function se(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[o]==null)n[o]=c++;else if(n[o]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function ce(t,n,r,i,a,o,s,c,l,d){var p,h,v,y,S,te,C,w,T,re,ie,ae,oe,se,ce,de,pe,ge,_e=n.type;if(n.constructor!==u)return null;128&r.__u&&(l=32&r.__u,p=r.__c.__z)&&(n.__u|=l,h=o=[],p.nodeType==8?c=le(p,o):o.push(p),c=o[0]||c),(p=e.__b)&&p(n);n:if(typeof _e==`function`){v=s.length;try{if(w=n.props,T=(p=_e.prototype)&&p.render,re=(p=_e.contextType)&&i[p.__c],ie=p?re?re.props.value:p.__:i,(y=r.__c)?(n.__c=y,2&y.__g&&(y.__g|=1)):(T?n.__c=y=new _e(w,ie):(n.__c=y=new x(w,ie),y.constructor=_e,y.render=he),re&&re.sub(y),y.state||(y.state={}),y.__n=i,y.__g|=8,y.__h=[],y.__k=[]),T&&(y.__s||(y.__s=y.state),_e.getDerivedStateFromProps&&(y.__s==y.state&&(y.__s=g({},y.__s)),g(y.__s,_e.getDerivedStateFromProps(w,y.__s)))),S=y.props,te=y.state,y.__v=n,r.__c){if(w!==S&&T&&!_e.getDerivedStateFromProps&&y.componentWillReceiveProps&&y.componentWillReceiveProps(w,ie),n.__v==r.__v&&!(8&y.__g)||!(4&y.__g)&&y.shouldComponentUpdate&&!1===y.shouldComponentUpdate(w,y.__s,ie)){n.__v!=r.__v&&(y.props=w,y.state=y.__s,y.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),f.push.apply(y.__h,y.__k),y.__k=[],y.__h.length&&s.push(y),c=ee(r);break n}y.componentWillUpdate&&y.componentWillUpdate(w,y.__s,ie),T&&y.componentDidUpdate&&y.__h.push(function(){y.componentDidUpdate(S,te,C)})}else T&&!_e.getDerivedStateFromProps&&y.componentWillMount&&y.componentWillMount(),T&&y.componentDidMount&&y.__h.push(y.componentDidMount);y.context=ie,y.props=w,y.__P=t,y.__g&=-5,ae=e.__r,oe=T?25:0;do y.__g&=-9,ae&&ae(n),p=y.render(y.props,y.state=y.__s,y.context);while(8&y.__g&&++oe<25);T&&(f.push.apply(y.__h,y.__k),y.__k=[]),y.state=y.__s,y.getChildContext&&(i=g({},i,y.getChildContext())),T&&r.__c&&y.getSnapshotBeforeUpdate&&(C=y.getSnapshotBeforeUpdate(S,te)),se=p&&p.type===b&&p.key==null?p.props.children:p,w.__P&&(p=c,a=(t=w.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&me(e,e)}),r.__k=null),c=r.__k?ee(r,0):null),c=ne(t,m(se)?se:[se],n,r,i,a,o,s,c,l,d),w.__P&&(n.__e=null,c=p),n.__u&=-161,h&&h.some(_),y.__h.length&&s.push(y),1&y.__g&&(y.__g&=-4)}catch(t){if(s.length=v,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(pe=o.indexOf(c||void 0))||(pe=o.length);(ge=o[pe-1])&&ge.nodeType==8;)pe--;for(;pe<o.length;pe++)if(ge=o[pe]){if(o[pe]=null,ce){if(ge==de)break}else{if(ge.nodeType!=8)break;ge.data.startsWith(`$s`)&&(de=le(ce=ge))}}}if(!ce){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ce=c}(p=le(ce=n.__c.__z||(n.__c.__z=ce)))?(n.__e=ce,c=p):n.__e=c,c&&=c.nextSibling}else o&&o.some(_)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||ue(n),e.__e(t,n,r)}}else c=n.__e=fe(r.__e,n,r,i,a,o,s,l,d,t);return(p=e.diffed)&&p(n),c}function le(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function ue(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(ue))}function de(t,n,r){for(var i=0;i<r.length;)pe(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function fe(t,n,r,i,a,o,s,c,l,u){var f,g,v,y,b,x,S,te,C=r.props||d,w=n.props,T=n.type;if(T==`svg`?a=`http://www.w3.org/2000/svg`:T==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(f=0;f<o.length;f++)if((b=o[f])&&(T?b.localName==T:b.nodeType==3)){t=b,o[f]=null;break}}if(!t){if(te=u.ownerDocument||document,!T)return te.createTextNode(w);t=te.createElementNS(a,T,w.is?w:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(T){if(u=T==`template`&&t.content||t,o=T==`textarea`&&w.defaultValue!=null?null:o&&h.call(u.childNodes),!c&&o)for(C={},f=0;f<t.attributes.length;f++)C[(b=t.attributes[f]).name]=b.value;for(f in C)b=C[f],f==`dangerouslySetInnerHTML`?v=b:f==`children`||f in w||f==`value`&&`defaultValue`in w||f==`checked`&&`defaultChecked`in w||oe(t,f,null,b,a);for(f in w)b=w[f],f==`children`?y=b:f==`dangerouslySetInnerHTML`?g=b:f==`value`?x=b:f==`checked`?S=b:c&&typeof b!=`function`||C[f]===b||oe(t,f,b,C[f],a);g?(c||v&&(g.__html==v.__html||g.__html==t.innerHTML)||(t.innerHTML=g.__html),n.__k=[]):(v&&(t.textContent=``),(T==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&p.test(T))&&(a=`http://www.w3.org/1999/xhtml`),ne(u,m(y)?y:[y],n,r,i,a,o,s,o?o[0]:r.__k&&ee(r,0),c,l),o&&o.some(_)),c&&T!=`textarea`||(f=`value`,T==`progress`&&x==null?t.removeAttribute(f):x==null||x===t[f]&&(T!=`progress`||x)||oe(t,f,x,C[f],a),f=`checked`,S!=null&&S!=t[f]&&oe(t,f,S,C[f],a))}else C===w||c&&t.data==w||(t.data=w);return t}function pe(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function me(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||pe(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&me(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=le(i,o=[]))&&(i==t.__e&&o.some(_),_(a),_(i)),r||_(t.__e),t.__e=t.__c=t.__=null}function he(e,t,n){return this.constructor(e,n)}function ge(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=y(b,{children:[t]}),a=[],o=[],ce(n,n.__k,i||d,d,n.namespaceURI,i?null:n.firstChild?h.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),de(a,n.__k,o),n.__k.props.children=null}e={__e:function(e,t,n,r){for(var a,o,s;t=t.__;)if((a=t.__c)&&!(1&a.__g)){a.__g|=4;try{if((s=(o=a.constructor)&&o.getDerivedStateFromError)&&a.setState(o.getDerivedStateFromError(e)),a.componentDidCatch&&(a.componentDidCatch(e,r||{}),s=1),s&&8&a.__g)return void(a.__g|=2)}catch(t){e=t}}throw i=0,e}},t=0,x.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=g({},this.state)),typeof e==`function`&&(e=e(g({},n),this.props)),e&&(g(n,e),this.__v&&(t&&this.__k.push(t),C(this)))},x.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),C(this))},x.prototype.render=b,n=[],i=0,a=function(e,t){return e.__v.__b-t.__v.__b},o=Symbol(),s=/(PointerCapture)$|Capture$/i,c=0,l={};var _e=e.vnode;e.vnode=e=>{e.type===`button`&&(e.props.type??=`button`),_e?.(e)};var ve,ye=0,be=new Set;function xe(e){ve&&(e.add(ve),ve.read.add(e))}function Se(e){for(let t of e.read)t.delete(e);e.read.clear()}function Ce(e,t){Se(e);let n=ve;ve=e;try{return t()}finally{ve=n}}function we(e){for(let t of[...e])t.marks?(t.run(),we(t.marks)):be.add(t)}function Te(e){ye+=1;try{e()}finally{if(--ye,ye===0){let e=[...be];be.clear();for(let t of e)t.run()}}}function E(e){let t=new Set;return{get value(){return xe(t),e},set value(n){Object.is(e,n)||(e=n,Te(()=>we(t)))}}}function Ee(e){let t,n=new Set,r={marks:n,read:new Set,run:()=>t=void 0};return{get value(){return xe(n),t??={value:Ce(r,e)},t.value}}}function De(e){let t={read:new Set,run:()=>Ce(t,e)};t.run()}var Oe=e,ke=new WeakMap;function Ae(e){return e.__c}function je(e,t){let n=Oe[e];Oe[e]=e=>{t(e),n?.(e)}}je(`__r`,e=>{let t=Ae(e);if(!t)return;let n=ke.get(t);n||ke.set(t,n={read:new Set,run:()=>t.forceUpdate()}),Se(n),ve=n}),je(`diffed`,()=>ve=void 0),je(`unmount`,e=>{let t=ke.get(Ae(e)??e);t&&Se(t)});var Me,D,Ne,Pe,Fe=Object.is,Ie=0,Le=[],Re=[],O=e,ze=O.__b,Be=O.__r,Ve=O.diffed,He=O.__c,Ue=O.unmount,We=O.__;function Ge(e,t){O.__h&&O.__h(D,e,Ie||t),Ie=0;var n=D.__H||(D.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function k(e){return Ie=1,Ke(it,e)}function Ke(e,t,n){var r=Ge(Me++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):it(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);Fe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=D,!D.__f)){D.__f=!0;var i=D.shouldComponentUpdate;D.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,Fe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function A(e,t){var n=Ge(Me++,3);!O.__s&&rt(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,D.__H.__h.push(n))}function qe(e){return Ie=5,Je(function(){return{current:e}},[])}function Je(e,t){var n=Ge(Me++,7);return rt(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Ye(e,t){return Ie=8,Je(function(){return e},t)}function Xe(){var e=Ge(Me++,11);if(!e.__){for(var t=D.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ze(){var e;do{for(;e=Re.shift();)try{tt(e)}catch(t){O.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Le.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(tt),t.__h.some(nt),t.__h=[]}catch(n){t.__h=[],O.__e(n,e.__v)}}}while(Re.length)}O.__b=function(e){D=null,ze&&ze(e)},O.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),We&&We(e,t)},O.__r=function(e){Be&&Be(e),Me=0;var t=(D=e.__c).__H;t&&(Ne==D?D.__h=[]:(t.__h.some(tt),t.__h.some(nt),Me=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Ne=D},O.diffed=function(e){Ve&&Ve(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&et(Le.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Ne=D=null},O.__c=function(e,t){t.some(function(e){try{e.__h.some(tt),e.__h=e.__h.filter(function(e){return!e.__||nt(e)})}catch(t){e.__h=[function(){throw t}]}}),He&&He(e,t)},O.unmount=function(e){Ue&&Ue(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,et(Re.push(r))}else tt(r)}catch(e){t=e}}),r.__H=void 0,t&&O.__e(t,r.__v))};var Qe=typeof requestAnimationFrame==`function`;function $e(e){var t,n=function(){clearTimeout(r),Qe&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Qe&&(t=requestAnimationFrame(n))}function et(e){e!=1&&Pe==O.requestAnimationFrame||((Pe=O.requestAnimationFrame)||$e)(Ze)}function tt(e){var t=D,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),D=t}function nt(e){var t=D;e.__c=e.__(),D=t}function rt(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!Fe(t,e[n])})}function it(e,t){return typeof t==`function`?t(e):t}var at=[`reader`,`moderator`,`senior`,`lead`,`admin`],ot=`gavel.app`,j=E(void 0),st=E(!1),ct=Ee(()=>j.value?.csrf??``),lt=Ee(()=>j.value?.member);function ut(){j.value&&(st.value=!0)}function dt(e){let t=lt.value?.role;return t!==void 0&&at.indexOf(t)>=at.indexOf(e)}function M(e){return(lt.value?.rights.includes(e)??!1)&&(e!==`administer`||pt())}function ft(){return!lt.value?.queues}function pt(){return ft()&&!lt.value?.actions}function mt(e){let t=lt.value;return t!==void 0&&(e===t.id||e===t.name)}function ht(e){let t=lt.value?.actions;return M(`decide`)&&(!t||t.includes(e))}function gt(e){let t=j.value&&j.value.member.id!==e.member.id;j.value=e,st.value=!1,localStorage.setItem(ot,e.app.name),t&&location.assign(`/dashboard/`)}var _t=E(``);async function vt(){let e=new URLSearchParams(location.hash.slice(1)),t=e.get(`link`),n=e.get(`sign_in`);if((n===`failed`||n===`unknown`)&&(history.replaceState(history.state,``,location.pathname+location.search),_t.value=n),t)history.replaceState(history.state,``,location.pathname+location.search),gt(await N(`post`,`/dashboard/session`,{body:{link:t}}));else try{gt(await N(`get`,`/dashboard/session`))}catch(e){if(!(e instanceof Ct)||e.status!==401)throw e;j.value=null}}async function yt(e,t){let n=j.value?.app.name??(new URLSearchParams(location.search).get(`app`)||localStorage.getItem(ot));gt(await N(`post`,`/dashboard/session`,{body:{name:e,password:t,...n?{app:n}:{}}}))}async function bt(){await N(`delete`,`/dashboard/session`),j.value=null}async function xt(e,t){await N(`put`,`/dashboard/session/password`,{body:t===void 0?{password:e}:{old:t,password:e}});let n=j.value;n&&(j.value={...n,member:{...n.member,must_set_password:!1}})}async function St(){return await N(`get`,`/dashboard/sign_in`)}var Ct=class extends Error{status;fields;answer;request;constructor(e,t,n={},r=void 0,i=``){super(t),this.status=e,this.fields=n,this.answer=r,this.request=i,this.name=`Failure`}get offline(){return this.status===0}get passing(){return this.status===0||this.status===429||this.status===408||this.status>=500}},wt=E(!0);function Tt(){return Date.now().toString(36)+Math.random().toString(36).slice(2)}function Et(e,t={}){return e.replace(/\{(\w+)\}/g,(n,r)=>{let i=t[r];if(i===void 0)throw Error(`${e} lacks ${r}`);return encodeURIComponent(String(i))})}function Dt(e){if(e==null)return``;let t=new URLSearchParams;for(let[n,r]of Object.entries(e))r!=null&&r!==``&&t.append(n,String(r));let n=t.toString();return n?`?${n}`:``}async function Ot(e){let t=await e.json().catch(()=>void 0),n=t??{},r=n.exception_fields??{},i=Object.entries(r).map(([e,t])=>`${e}: ${t}`).join(`; `)||(typeof n.message==`string`?n.message:e.statusText);return new Ct(e.status,i,r,t,e.headers.get(`x-request-id`)??``)}async function N(e,t,n={}){let r={accept:`application/json`,"x-client-request-id":n.id??Tt()};ct.value&&(r[`x-gavel-csrf`]=ct.value),n.body!==void 0&&(r[`content-type`]=`application/json`);let i;try{i=await fetch(Et(t,n.path)+Dt(n.query),{method:e.toUpperCase(),headers:r,credentials:`same-origin`,cache:`no-store`,...n.body===void 0?{}:{body:JSON.stringify(n.body)},...n.signal?{signal:n.signal}:{},...n.keepalive?{keepalive:!0}:{}})}catch(e){throw e instanceof DOMException&&e.name===`AbortError`?e:(wt.value=!1,new Ct(0,`The server cannot be reached.`))}if(wt.value=!0,i.status===401&&ct.value&&ut(),!i.ok)throw await Ot(i);return i.status===204?void 0:i.json()}function kt(e){return(t,n={})=>N(e,t,n)}var P={get:kt(`get`),post:kt(`post`),put:kt(`put`),patch:kt(`patch`),delete:kt(`delete`)},At={language:``,theme:`auto`,keys:{on:!0,preset:`gavel`,own:{}},pause:6,media:{},veiled:null,apart:{},break_after:0},jt=`gavel.preferences`,Mt=`/api/v1/members/me/preferences`;function Nt(){try{return Pt(JSON.parse(localStorage.getItem(jt)??`{}`))}catch{return At}}function Pt(e){let t=e??{};return{...At,...t,keys:{...At.keys,...t.keys},media:{...At.media,...t.media}}}var Ft=E(Nt());De(()=>{let{theme:e}=Ft.value;e===`auto`?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e});async function It(){try{let e=await N(`get`,Mt);e.preferences&&Object.keys(e.preferences).length>0&&Lt(Pt(e.preferences))}catch(e){if(!(e instanceof Ct))throw e}}function Lt(e){Ft.value=e,localStorage.setItem(jt,JSON.stringify(e))}async function Rt(e){let t={...Ft.value,...e};Lt(t),await N(`put`,Mt,{body:{preferences:t}})}var zt=`Policies
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
Take all of it back
{n} taken back, {left} passed over
Drop all their reports
{n} dropped, {left} items left the queue
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
in part
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
`),Bt={},Vt=646;for(let e of`a ban_user flag_for_review,action ban block bypass custom de_escalate delete_activity delete_comment delete_message delete_reaction delete_user delete_user_messages end_call escalate flag kick_user mark_reviewed reject_appeal reopen restore shadow_block unban unblock unmask,alike author content decide image,appeal accepted arrived author closed failed false newest none notifier oldest on_its_way open partly rejected reversed submitted true upheld,appealBy handler late of_user order out_of_court outcome role status,bound since until,c all any channel_count classified_as classified_count classified_share contains_url content_property entity_type flagged_count graded in_list is_staff is_trusted matching_count needs_review never not not_judged policy post_count repeated_text report_count strikes team text_length user_age user_in_list user_property user_role,cap app flags rule,court add body closed ended for_complainant for_platform implemented opened outcome partly reference title,delivery cancelled dead delivered pending superseded waiting,f act_needs_reason action action_id actions advanced_filters age ago alike allowed allowlist app_context app_wide applies_to approval_hours ask_when async auth_header auth_value ban_duration band batch_id blur by cache_seconds calls cap_per_hour carries_out cascading_action cascading_actions cascading_threshold categories category check_message_context cids_per_user class_weights classes client_id client_secret concurrency cooldown count count_evaluations custom data decision_ground decision_visibility default_policy default_region description distance distinct email enabled endpoint engines erasure_keeps exact expires_after extra_query facts fast_spam_threshold fast_spam_ttl first_message_only flag_cap_per_hour flagged_count grey group high id identical illegal_content_explanation illegal_content_legal_ground images incompatible_content_explanation incompatible_content_ground independent inputs_kept_days ip_ban irreversible is_confusable_folding_enabled is_leet_check_enabled is_plural_check_enabled is_substring_matching_enabled issuer item_id keep_needs_reason key keys kind label labels list_content lists low match_substring matching max_characters max_tokens method min_confidence min_letters min_posts min_reporter_age min_text_length modality model moderator_id money mute name not_judged ocr_rules of on_report operator options parameters per_second percent phrases policy position probation_period profile propose_from provider queues record_views reports result retention_days reverses review_feed_days role role_claim roles rule_id rule_weights rules sample scopes second_person_actions second_person_for_irreversible severity severity_descriptions shadow_ban similar similarity_distance since slow_spam_ban_duration slow_spam_threshold slow_spam_ttl source space_labels space_severity staff state_url statement steps subject takes team teams threshold time_window timeout tokens track_across_users translate_url trusted type types until url url_only user_id users value values veil_text_labels version weight weighted what window words,figure account accounts_ground_not_said accounts_on_law accounts_on_terms act author authority_orders automated automated_means by_basis by_category by_outcome by_restriction by_role by_state by_trusted_flaggers complaints content decided decision detection ended for_complainant for_platform for_unfounded_complaints for_unfounded_notices ground_not_said implemented information manual measures not_decided not_implemented notices notifier number on_law on_terms other_reports out_of_court own_initiative partly partly_reversed people recipients report reversed settled suspensions taken_back time_to_acknowledgement time_to_action time_to_decision time_to_effect time_to_settlement upheld warned_for_complaints warned_for_notices,found above acted always_fires below evaluated hits never_fires never_reached passed_over paused,group appGroup operate rulesGroup work,h age ago auth_value cap_per_hour client_secret cooldown list_content min_reporter_age record_views space_severity steps takes time_window window,keyGroup decide go look move,media audio image video,o action address admin ai_audio ai_image ai_text ai_video all allow already app appeal approval approved attempt audio author automod_platform_circumvention automod_semantic_filters automod_toxicity balanced ban block_list both bounce bounce_flag bounce_remove calls cancelled changed classes closed completed contains content_changed created critical data_export_ordered dead decided_since deleted delivered delivery deny disabled domain domain_allowlist done dropped dry duplicate email email_allowlist endpoint_closed endpoint_disabled endpoint_enabled endpoint_open engine eq erasure_ordered escalation everybody everything exists expired expiry failed false feedback flag flags flood folded gone google_vision gt gte half_open held high hold_lifted hold_placed identical image incomplete irreversible keep lead lenient link link_made llm loop low lt lte mask mask_flag medium member moderator no_inverse none not_done note nothing open openid ordered_by_others password password_set paused pending phone policy post posts proposed reader receipt refused regex released remote remove report requested resumed retention retried reversal_delivered reversed review rule running sampled scrubbed second_look second_person seen senior shadow signed_in similar skip stated statement strict strike strings superseded test text true undone undone_already unknown_action url user users velocity_filter video view visual wait waiting withdrawn word,order gravest newest oldest,outcome does_not_hold exempt failed fires not_known not_looked_at paused quiet,ran both enabled failed shadow staff,reported machines me others people,reporters best worst,resend disable disableWhat redeliver redeliverWhat replay replayWhat,result errors fired new noLonger seen staff trusted undecided users,scope post reported_post reported_user user,side flag skip,signature holds none signed wrong,stated complete incomplete look reversed tell told unsent untold,theme auto contrast dark light,tile media texts users,tried item text user,turnedAway failed unknown,veil blur grey mute,verdict allow deny,warning always_holds always_holds_where_known contradicts empty_list inside_words matches_many never_holds same_conditions shadowed shadows`.split(`,`)){let[t,...n]=e.split(` `);for(let e of n){let n=e.replaceAll(`_`,` `);zt[Vt]||=n,zt[Vt]===`^`&&(zt[Vt]=n[0].toUpperCase()+n.slice(1)),Bt[t+`.`+e]=Vt++}}function Ht(e){return typeof e==`number`?e:Bt[e]}var Ut=e=>e(),Wt=E({en:zt}),Gt={},Kt=Ee(()=>(Ft.value.language||navigator.language.slice(0,2))===`de`?`de`:`en`),qt=Ee(()=>navigator.language.startsWith(Kt.value)?navigator.language:Kt.value);async function Jt(){let e=Kt.value;if(e===`de`&&!Wt.value.de){let{de:e,codes:t}=await Ut(async()=>{let{de:e,codes:t}=await import(`./de_codes-DF5MfaSl.js`);return{de:e,codes:t}},[]);Gt=t,Wt.value={...Wt.value,de:e}}document.documentElement.lang=e}var Yt=Ee(()=>Kt.value===`de`&&Wt.value.de?Gt:{});function F(e,t={}){let n=Ht(e)??e,[r,i]=(Wt.value[Kt.value]?.[n]||zt[n]).split(`|`);return((i===void 0||t.n===1?r:i)??``).replace(/\{(\w+)\}/g,(e,n)=>{let r=t[n];return typeof r==`number`?L(r):r??``})}function I(e,t,n=t.replaceAll(`_`,` `)){let r=Ht(`${e}.${t}`);return r===void 0?n:F(r)}function L(e,t={}){return new Intl.NumberFormat(qt.value,{maximumFractionDigits:2,...t}).format(e)}function Xt(e){return L(e,{style:`percent`,maximumFractionDigits:1})}function R({title:e,close:t,children:n,stays:r=!1}){let i=qe(null),a=Xe();return A(()=>{let e=i.current,t=document.activeElement;return e&&!e.open&&e.showModal(),()=>{e?.open&&e.close(),t instanceof HTMLElement&&t.isConnected&&t.focus({preventScroll:!0})}},[]),v(`dialog`,{ref:i,"aria-labelledby":a,onCancel:e=>{e.preventDefault(),r||t()},onKeyDown:e=>{e.key===`Escape`&&(e.preventDefault(),r||t())}},v(`header`,null,v(`h2`,{id:a},e),!r&&v(`button`,{class:`quiet`,"aria-label":F(364),onClick:t},`✕`)),n)}var Zt=[{path:`/rules`,title:1010,group:`rulesGroup`,needs:`lead`},{path:`/rules/:id`,title:1010},{path:`/policies`,title:0,group:`rulesGroup`,needs:`lead`},{path:`/policies/:id`,title:0,needs:`lead`},{path:`/lists`,title:846,group:`rulesGroup`,needs:`lead`},{path:`/spam`,title:1,group:`rulesGroup`,needs:`lead`},{path:`/reporting`,title:2,group:`rulesGroup`,needs:`lead`},{path:`/strikes`,title:3,group:`rulesGroup`,needs:`lead`},{path:`/actions`,title:4,group:`operate`,needs:`lead`},{path:`/held`,title:5,group:`operate`,needs:`senior`,all:!0},{path:`/approvals`,title:323,group:`work`,all:!0},{path:`/deliveries`,title:197,group:`operate`,all:!0},{path:`/log`,title:348,group:`operate`,all:!0},{path:`/transparency`,title:281,group:`operate`,all:!0},{path:`/integrity`,title:282,group:`operate`,all:!0},{path:`/erasures/:id`,title:283,needs:`admin`},{path:`/providers`,title:6,group:`appGroup`,needs:`lead`},{path:`/members`,title:7,group:`appGroup`,needs:`admin`},{path:`/app`,title:1008,group:`appGroup`,needs:`admin`}];function z({tone:e=`plain`,children:t}){return v(`span`,{class:`badge ${e}`,title:typeof t==`string`?t:void 0},t)}var Qt={keep:`good`,delivered:`good`,done:`good`,accepted:`good`,arrived:`good`,completed:`good`,approved:`good`,closed:`good`,flag:`warn`,pending:`info`,waiting:`info`,running:`info`,on_its_way:`info`,refused:`bad`,half_open:`warn`,submitted:`info`,remove:`bad`,dead:`bad`,failed:`bad`,open:`bad`,disabled:`bad`,rejected:`plain`,shadow:`warn`};function $t(e){return Qt[e]??`plain`}var[en,tn,nn]=[420,170,24];function rn({title:e,labels:t,series:n,unit:r=``,band:i}){let a=Math.max(1,...n.flatMap(e=>e.values),...(i?.high??[]).map(e=>e??0)),o=e=>tn-e/a*(tn-16),s=n.every(e=>e.values.every(e=>e===0)),c=en/Math.max(1,t.length),l=Math.min(28,c*.8/Math.max(1,n.length)),u=Math.ceil(t.length/6),d=e=>Number(e>t.length-2)-Number(e<1);return v(`figure`,{class:`chart`},v(`figcaption`,null,v(`span`,null,e),n.length>1&&v(`span`,{class:`legend`},n.map((e,t)=>v(`span`,{key:e.name},v(`svg`,{width:`10`,height:`10`,"aria-hidden":`true`},v(`rect`,{width:`10`,height:`10`,class:`series${t}`})),` `,e.name)))),s?v(`p`,{class:`state`},F(385)):v(`svg`,{viewBox:`0 0 ${en} ${tn+nn}`,"aria-hidden":`true`},v(`line`,{x1:`0`,x2:en,y1:tn,y2:tn,class:`axis`}),v(`text`,{"dominant-baseline":`hanging`,class:`tick`},L(a),r),t.map((e,t)=>v(`g`,{key:e,transform:`translate(${t*c+c/2} 0)`},typeof i?.high[t]==`number`&&v(`rect`,{class:`band`,x:-c/2,y:o(i.high[t]),width:c,height:Math.max(1,o(i.low[t]??0)-o(i.high[t]))}),n.map((e,r)=>{let i=(e.values[t]??0)/a*(tn-16);return v(`rect`,{key:e.name,class:`series${r}`,x:(r-n.length/2)*l,y:tn-i,width:l-1,height:i})}),t%u===0&&v(`text`,{x:d(t)*c/2,y:tn+18,"text-anchor":[`start`,`middle`,`end`][d(t)+1],class:t/u%2==0?`tick`:`tick second`},e)))),v(`details`,null,v(`summary`,null,F(384)),v(`table`,{class:`numbers`},v(`caption`,{class:`unseen`},e),v(`thead`,null,v(`tr`,null,v(`td`,null),n.map(e=>v(`th`,{key:e.name,scope:`col`},e.name)),i&&v(`th`,{scope:`col`},i.name))),v(`tbody`,null,t.map((e,t)=>v(`tr`,{key:e},v(`th`,{scope:`row`},e),n.map(e=>v(`td`,{key:e.name},L(e.values[t]??0),r)),i&&v(`td`,null,i.high[t]===null?`–`:`${L(i.low[t]??0)}–${L(i.high[t]??0)}`)))))))}function an({title:e,rows:t}){let n=Math.max(1,...t.map(e=>e.value));return v(`figure`,{class:`chart`},v(`figcaption`,null,e),t.length===0&&v(`p`,{class:`state`},F(385)),v(`ul`,{class:`ranking`},t.map(e=>v(`li`,{key:e.name},v(`span`,{class:`line`,title:e.name},e.name),v(`meter`,{value:e.value,max:n,"aria-hidden":`true`}),v(`b`,null,L(e.value))))))}function on({title:e,children:t}){return v(`div`,{class:`page-head`},v(`h1`,null,e),t)}function sn(e){return e instanceof Ct?e.offline?F(381):e.status>=500?`${F(380)} ${e.request}`.trim():e.status===403?`${F(382)} ${e.message}`.trim():e.status===404?F(383):e.message:e instanceof Error?e.message:String(e)}function cn(){return v(`p`,{class:`state loading`,role:`status`},F(366))}function ln({children:e}){return v(`div`,{class:`state`},e??F(368))}function un({error:e,retry:t}){return v(`div`,{class:`state problem`,role:`alert`},v(`p`,null,F(369,{why:sn(e)})),t&&v(`button`,{onClick:t},F(365)))}function B(e,t){let[n,r]=k({loading:!0}),i=qe(0),a=qe(e);a.current=e;let o=Ye(()=>{let e=i.current+=1;r(e=>({...e,loading:!0})),a.current().then(t=>e===i.current&&r({data:t,loading:!1}),t=>e===i.current&&r(e=>({...e,error:t,loading:!1})))},[]),s=JSON.stringify(t),c=qe(s);return A(()=>(c.current!==s&&r({loading:!0}),c.current=s,o(),()=>void(i.current+=1)),[s,o]),{data:n.data,error:n.error,loading:n.loading,reload:o}}function V({of:e,children:t}){return e.error!==void 0&&e.data===void 0?v(un,{error:e.error,retry:e.reload}):e.data===void 0?v(cn,null):v(b,null,e.error!==void 0&&v(un,{error:e.error,retry:e.reload}),t(e.data))}function dn({numeric:e,width:t}){return[e&&`numeric`,t].filter(Boolean).join(` `)}function fn({caption:e,columns:t,rows:n,id:r}){return v(`table`,{class:`table`},v(`caption`,{class:`unseen`},e),v(`thead`,null,v(`tr`,null,t.map(e=>v(`th`,{key:e.title,scope:`col`,class:dn(e)},e.title)))),v(`tbody`,null,n.map(e=>v(`tr`,{key:r(e)},t.map(t=>v(`td`,{key:t.title,"data-title":t.title,class:dn(t)},t.cell(e)))))))}function pn({pages:e,empty:t,...n}){let{rows:r,loading:i,error:a,more:o}=e;return v(b,null,r.length>0&&v(fn,{...n,rows:r}),r.length===0&&!i&&a===void 0&&v(ln,null,t),a!==void 0&&v(un,{error:a,retry:e.reload}),i&&v(cn,null),o&&v(`button`,{class:`more`,onClick:o},F(367)))}function mn(e){let t=typeof e==`number`?hn(e):typeof e==`string`?gn(e):null;return t&&!Number.isNaN(t.getTime())&&Math.abs(t.getFullYear())<1e4?t:null}function hn(e){return!Number.isFinite(e)||e<=0?null:e>0x16345785d8a0000?new Date(e/1e6):e>0x5af3107a4000?new Date(e/1e3):new Date(e>1e11?e:e*1e3)}function gn(e){return e?new Date(e):null}var _n=[[`year`,31536e3],[`month`,2592e3],[`day`,86400],[`hour`,3600],[`minute`,60],[`second`,1]];function vn(e,t=Date.now()){let n=Math.round((e.getTime()-t)/1e3),r=new Intl.RelativeTimeFormat(qt.value,{numeric:`auto`,style:`narrow`});for(let[e,t]of _n)if(Math.abs(n)>=t||e===`second`)return r.format(Math.trunc(n/t),e);return``}function yn(e){return new Intl.DateTimeFormat(qt.value,{dateStyle:`medium`,timeStyle:`medium`}).format(e)}function bn(e){return new Intl.DateTimeFormat(qt.value,{timeStyle:`short`}).format(e)}function xn(e){let t=mn(`${e}T12:00:00Z`);return t?new Intl.DateTimeFormat(qt.value,{day:`numeric`,month:`short`}).format(t):e}function Sn(e){let[t,n]=e<120?[`second`,1]:e<7200?[`minute`,60]:e<172800?[`hour`,3600]:[`day`,86400];return new Intl.NumberFormat(qt.value,{style:`unit`,unit:t,maximumFractionDigits:0}).format(e/n)}var Cn=E(Date.now());setInterval(()=>Cn.value=Date.now(),15e3);function H({at:e,full:t=!1}){let n=mn(e);return n?v(`time`,{dateTime:n.toISOString(),title:yn(n)},t?yn(n):vn(n,Cn.value)):v(`span`,{class:`faint`},`–`)}var wn=1200,Tn=14,En=/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu,Dn=/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;function On({text:e}){let t=[],n=0;for(let r of e.matchAll(En)){if(t.push(e.slice(n,r.index)),r[0]===`‍`||r[0]===`‌`)t.push(r[0]);else{let e=F(471,{code:`U+${(r[0].codePointAt(0)??0).toString(16).toUpperCase().padStart(4,`0`)}`});t.push(v(`span`,{class:`control`,role:`img`,"aria-label":e,title:e},Dn.test(r[0])?`⇄`:`·`))}n=r.index+r[0].length}return t.push(e.slice(n)),v(b,null,t)}function kn(e,t){let n=[...new Set(t.flatMap(e=>[e.start,e.end]))].sort((e,t)=>e-t),r=new Map,[i,a]=[0,0];for(let t of n){for(;i<t&&a<e.length;)a+=(e.codePointAt(a)??0)>65535?2:1,i+=1;r.set(t,a)}return t.map(e=>({term:e.term,start:r.get(e.start)??0,end:r.get(e.end)??0}))}function An(e,t,n){let r=kn(e,t).sort((e,t)=>e.start-t.start),i=[],a=0;for(let t of r){let[r,o]=[Math.max(t.start,a),Math.min(t.end,n)];r>=o||(r>a&&i.push({text:e.slice(a,r)}),i.push({text:e.slice(r,o),mark:t}),a=o)}return a<n&&i.push({text:e.slice(a,n)}),i}function jn(e){let t=0;for(let n=0;n<Tn;n+=1){let r=e.indexOf(`
`,t);if(r===-1)break;if(t=r+1,n===13)return Math.min(t,wn)}return e.length>wn?wn:e.length}function U({text:e,marks:t=[]}){let[n,r]=k(!1),i=jn(e),a=i<e.length;return v(`div`,{class:`written`},v(`p`,{dir:`auto`},An(e,t,n?e.length:i).map(e=>e.mark?v(`mark`,{title:F(460,{term:e.mark.term})},v(On,{text:e.text}),e.mark.term&&e.mark.term!==e.text&&v(`small`,null,` `,e.mark.term)):v(On,{text:e.text})),a&&!n&&`…`,!e&&v(`span`,{class:`faint`},F(377))),a&&v(`button`,{class:`quiet`,onClick:()=>r(!n)},n?F(376):F(375,{n:L(e.length)})))}function Mn({text:e}){return v(`span`,{class:`line`,dir:`auto`},v(On,{text:e.slice(0,300)}))}var Nn=6e4,Pn=new Map,Fn=E({});async function In(e){let t=e===`queues`?`/api/v2/moderation/queues`:`/api/v1/${e}`,n=[];for(let r=``;r!=null;){let i=await N(`get`,t,{query:e===`queues`?{}:{limit:100,cursor:r}});n.push(...i[e]??[]),r=i.next}return n}function Ln(e){let t=Pn.get(e);if(t&&Date.now()-t.at<Nn)return t.rows;let n=In(e);return Pn.set(e,{at:Date.now(),rows:n}),n.then(t=>Fn.value={...Fn.value,...Object.fromEntries(t.map(t=>[`${e} ${t.id}`,t.name]))},()=>void 0),n}function Rn(e,t){return t&&(Ln(e),Fn.value[`${e} ${t}`]||t)}var zn={mark_reviewed:`reopen`,block:`unblock`,shadow_block:`unblock`,unblock:`block`,delete_message:`restore`,delete_activity:`restore`,delete_comment:`restore`,delete_reaction:`restore`,ban:`unban`,escalate:`de_escalate`,de_escalate:`escalate`},Bn=[`delete_message`,`delete_activity`,`delete_comment`,`delete_reaction`,`block`],Vn=new Set([...Bn,`shadow_block`,`ban`,`delete_user`]);function Hn(e,t){return e.entity_type===`stream:user`?`ban`:Bn.find(e=>t.includes(e))??`block`}function Un(e){return Bn.includes(e)}var Wn=new Set([`delete_user`,`delete_user_messages`]);function Gn(e,t){return Wn.has(e)||e===`ban`&&!!t}function W(e){return I(`action`,e,``)||Rn(`actions`,e)}function Kn(e){return I(`a`,e,``)||Rn(`actions`,e)}function qn(e,t,n,r={}){let i={...r,...n&&Vn.has(e)?{reason:n}:{}};return{action_type:e,item_id:t.id,...n?{decision_reason:n}:{},...Object.keys(i).length>0?{[e]:i}:{}}}function Jn(e,t,n){let r=n?{decision_reason:n}:{};return{action_type:`custom`,item_id:t.id,custom:{id:e},...r}}function Yn(e,t){let n={item_id:e.item_id??null};if(e.action_type===`custom`){let r=e.custom?.id,i=r===void 0?void 0:t.get(r);return i===void 0?null:{...n,action_type:`custom`,custom:{id:i}}}let r=zn[e.action_type];return r===void 0?null:{...n,action_type:r}}function Xn({kind:e,type:t,custom:n}){let r=Rn(`actions`,String(n.action_id??``));if(e===`action`||e===`review`)return t===`custom`&&r?r:W(t);let i=e===t?I(`o`,e):`${I(`o`,e)} ${I(`o`,t.replace(`${e}_`,``))}`;return r?`${i}: ${r}`:i}function Zn({of:e}){return v(`section`,{class:`card stack`,"aria-label":F(492)},v(`h2`,null,F(492)),v(V,{of:e},({entries:e})=>e.length===0?v(`p`,{class:`faint`},F(493)):v(`ol`,{class:`history`},e.map(e=>v(`li`,{key:e.id},v(`span`,{class:`row`},v(H,{at:e.at}),` `,v(`b`,null,Xn(e)),v(`span`,{class:`faint`},F(494,{who:e.by||F(495)})),e.result!==`done`&&v(z,null,I(`o`,e.result))),e.reason&&v(U,{text:e.reason}))))))}var Qn={reason1:[`1`],reason2:[`2`],reason3:[`3`],reason4:[`4`],reason5:[`5`],reason6:[`6`],reason7:[`7`],reason8:[`8`],reason9:[`9`],next:[`j`,`ArrowDown`],previous:[`k`,`ArrowUp`],open:[`o`,`Enter`],select:[`x`],selectRange:[`Shift+x`],selectPage:[`*`],close:[`Escape`],keep:[`a`],remove:[`d`],ban:[`b`],skip:[`s`],escalate:[`e`],flag:[`f`],others:[`p`],undo:[`z`,`u`],note:[`n`],context:[`c`],unveil:[`v`],mute:[`m`],translate:[`t`],refresh:[`r`],filter:[`/`],palette:[`:`],help:[`?`],goOverview:[`g o`],goQueue:[`g q`],goUsers:[`g u`],goRules:[`g r`],goLog:[`g l`],goAppeals:[`g a`],goDeliveries:[`g d`],goContent:[`g c`],goSettings:[`g s`]},$n={gavel:Qn,ozone:{...Qn,next:[`ArrowRight`,`j`],previous:[`ArrowLeft`,`k`],remove:[`t`],flag:[`l`],note:[`c`],context:[`w`],translate:[`Shift+t`]},coral:{...Qn,keep:[`f`],remove:[`d`],flag:[`l`],context:[`c`],skip:[`s`]}},er=250,tr=1200,nr=Ee(()=>{let{preset:e,own:t}=Ft.value.keys;return{...$n[e],...t}}),rr=Ee(()=>{let e=new Map;for(let t of Object.keys(hc))for(let n of nr.value[t])e.has(n)||e.set(n,t);return e}),ir=[],ar=``,or=0,sr=0;function cr(){sr=performance.now()}function lr(e){if(e.ctrlKey||e.metaKey||e.altKey||e.isComposing)return``;let{key:t}=e;return[`Shift`,`Control`,`Alt`,`Meta`,`CapsLock`,`Dead`,`Tab`].includes(t)?``:/^\p{L}$/u.test(t)?e.shiftKey?`Shift+${t.toLowerCase()}`:t.toLowerCase():t}function ur(e){return e instanceof HTMLElement?e.isContentEditable||e instanceof HTMLTextAreaElement||e instanceof HTMLSelectElement?!0:e instanceof HTMLInputElement&&![`checkbox`,`radio`,`button`,`submit`,`reset`].includes(e.type):!1}function dr(e,t){return t instanceof HTMLElement?e===`Enter`||e===` `?t.closest(`a,button,summary,input`)!==null:e.startsWith(`Arrow`)?t.closest(`[role=tablist],input,video,audio`)!==null:!1:!1}function fr(e,t){return ir.findLast(n=>n[t][e])?.[t][e]}function pr(){return vc().filter(e=>fr(e,`press`))}function mr(e){fr(e,`press`)?.(new KeyboardEvent(`keydown`))}function hr(e){if(e.defaultPrevented||!Ft.value.keys.on)return;let t=lr(e);if(!t||ur(e.target)||dr(t,e.target)||document.querySelector(`dialog[open]`))return;let n=performance.now(),r=ar&&n-or<tr?`${ar} ${t}`:t;ar=``;let i=rr.value.get(r)??rr.value.get(t);if(i===void 0){[...rr.value.keys()].some(e=>e.startsWith(`${t} `))&&([ar,or]=[t,n]);return}let a=fr(i,`press`);a&&_c(i)&&(e.preventDefault(),gc(i).decides&&(e.repeat||n-sr<er)||a(e))}function gr(e){let t=rr.value.get(lr(e));t&&fr(t,`release`)?.(e)}window.addEventListener(`keydown`,hr),window.addEventListener(`keyup`,gr);function G(e,t={}){let n=qe({press:e,release:t});n.current.press=e,n.current.release=t,A(()=>{let e=n.current;return ir.push(e),()=>void ir.splice(ir.indexOf(e),1)},[])}var _r=`/dashboard`;function vr(){return{path:(location.pathname.startsWith(_r)?location.pathname.slice(10):location.pathname)||`/`,query:new URLSearchParams(location.search)}}var yr=E(vr()),br=Ee(()=>yr.value.path);window.addEventListener(`popstate`,()=>yr.value=vr());function K(e){return _r+e}function xr(e,{replace:t=!1}={}){let n=K(e);if(n===location.pathname+location.search)return;t?history.replaceState(null,``,n):history.pushState(null,``,n);let r=vr().path!==yr.value.path;yr.value=vr(),r&&window.scrollTo(0,0)}function q(e,{replace:t=!0}={}){let n=new URLSearchParams(yr.value.query);for(let[t,r]of Object.entries(e))r===void 0||r===``?n.delete(t):n.set(t,r);let r=n.toString();xr(yr.value.path+(r?`?${r}`:``),{replace:t})}function J(e){return yr.value.query.get(e)??``}function Sr(e,t){let n=e.split(`/`),r=t.replace(/\/+$/,``).split(`/`);if(e===`/`)return t===`/`?{}:null;if(n.length!==r.length)return null;let i={};for(let[e,t]of n.entries()){let n=r[e]??``;if(t.startsWith(`:`))i[t.slice(1)]=Cr(n);else if(t!==n)return null}return i}function Cr(e){try{return decodeURIComponent(e)}catch{return e}}function wr(e){if(e.defaultPrevented||e.button!==0||e.metaKey||e.ctrlKey||e.shiftKey||e.altKey)return;let t=e.target?.closest?.(`a[href]`);!(t instanceof HTMLAnchorElement)||t.target||t.hasAttribute(`download`)||t.origin===location.origin&&t.pathname.startsWith(`${_r}/`)&&(t.pathname.startsWith(`${_r}/sign_in`)||(e.preventDefault(),xr(t.pathname.slice(10)+t.search)))}var Tr=14;function Er(){let e=B(()=>P.get(`/api/v1/overview`,{query:{days:Tr}}),[]),t=B(()=>P.post(`/api/v2/moderation/review_queue`,{body:{stats_only:!0}}),[]),n=B(async()=>ft()?P.get(`/api/v1/log`,{query:{unread:!0,limit:5}}):void 0,[]),r=B(()=>P.get(`/api/v1/endpoints`,{query:{limit:100}}),[]),i=B(()=>P.get(`/api/v2/moderation/queues`),[]);return G({refresh:()=>{for(let a of[e,t,n,r,i])a.reload()}}),v(b,null,v(on,{title:F(342)}),v(`dl`,{class:`tiles`},[`texts`,`media`,`users`].map(e=>v(Or,{key:e,name:F(`tile.${e}`),to:`/queue/${e}`},t.data?L(t.data.stats[e]??0):`…`)),v(Or,{name:F(386),to:`/queue/all?sort=oldest`},e.data?v(H,{at:e.data.oldest_at}):`…`),v(Or,{name:F(387),to:`/queue/reviewed`},e.data?L(e.data.days.at(-1)?.decided??0):`…`),v(Or,{name:F(399),to:`/queue/reviewed`},typeof e.data?.median_seconds==`number`?Sn(e.data.median_seconds):`–`),ft()&&v(Or,{name:F(388),to:`/log?unread=true`},n.data?L(n.data.unread):`…`)),v(`div`,{class:`grid`},v(`section`,{class:`card`},v(V,{of:e},({days:e})=>v(rn,{title:F(389),labels:e.map(e=>xn(e.date)),series:[{name:F(390),values:e.map(e=>e.arrived)},{name:F(391),values:e.map(e=>e.decided)},{name:F(400),values:e.map(e=>e.automatic)}]}))),v(`section`,{class:`card`},v(`h2`,null,F(392)),v(V,{of:e},({by_moderator:e})=>v(Dr,{rows:e}))),v(`section`,{class:`card`},v(V,{of:e},({by_policy:e})=>v(an,{title:F(405),rows:e.map(e=>({name:e.config_key||`–`,value:e.arrived}))}))),v(`section`,{class:`card`},v(`h2`,null,F(396)),v(V,{of:i},({queues:e})=>e.length===0?v(ln,null,F(397)):v(`ul`,{class:`stack`},e.map(e=>v(`li`,{key:e.id,class:`row spread`},v(`a`,{href:K(`/queue/${e.id}`)},e.name),v(`span`,null,F(450,{n:e.item_count}),` `,e.oldest_at&&v(H,{at:e.oldest_at}))))))),v(`section`,{class:`card`},v(`h2`,null,F(393)),v(V,{of:r},({endpoints:e})=>{let t=e.filter(e=>e.state!==`closed`||e.failures>0);return t.length===0?v(ln,null,F(394)):v(`ul`,{class:`stack`},t.map(e=>v(`li`,{key:e.id,class:`row spread`},v(`span`,{class:`line`},e.name||e.id),v(`span`,null,v(z,{tone:$t(e.state)},I(`o`,e.state)),` `,F(395,{n:e.failures})))))}))),ft()&&v(kr,{of:n}))}function Dr({rows:e}){return e.length===0?v(ln,null):v(fn,{caption:F(392),rows:e,id:e=>e.name,columns:[{title:F(863),cell:e=>e.name},{title:F(958),numeric:!0,cell:e=>L(e.decided)},{title:F(401),numeric:!0,cell:e=>L(e.removed)},{title:F(402),numeric:!0,cell:e=>L(e.overturned)},...e.some(e=>e.opened>0)?[{title:F(403),numeric:!0,cell:e=>L(e.opened)},{title:F(404),numeric:!0,cell:e=>L(e.severe)}]:[]]})}function Or({name:e,to:t,children:n}){return v(`div`,{class:`card tile`},v(`dt`,null,e),v(`dd`,null,v(`a`,{href:K(t)},n)))}function kr({of:e}){return v(`section`,{class:`stack overview-failures`},v(`h2`,null,F(398)),v(V,{of:e},e=>v(fn,{caption:F(398),rows:e?.entries??[],id:e=>e.id,columns:[{title:F(374),width:`narrow`,cell:e=>v(H,{at:e.at})},{title:F(863),cell:e=>Xn(e)},{title:F(373),width:`wide`,cell:e=>e.reason||String(e.custom.detail??``)}]})))}var Ar=E({decision_reasons:[],act_needs_reason:!1,keep_needs_reason:!1,blur:!0,grey:!0,mute:!0,veil_text_labels:[],space_severity:0,space_labels:[],translate_url:``});async function jr(){Ar.value=(await P.get(`/api/v1/page_settings`)).page_settings}var Mr=Ee(()=>{let{media:e,veiled:t,apart:n}=Ft.value,{blur:r,grey:i,mute:a,veil_text_labels:o,space_severity:s,space_labels:c}=Ar.value,l=n.severity??s,u=n.labels??c,d={labels:u,...l>0&&{severity:l}};return{blur:e.blur??r,grey:e.grey??i,mute:e.mute??a,veiled:t??o,spacing:l>0||u.length>0?d:void 0}});function Nr(e){return e.decision_reasons.slice(0,9)}var Pr=E([]),Fr=0;function Y(e,{bad:t=!1}={}){let n={id:Fr+=1,text:e,bad:t};Pr.value=[...Pr.value.slice(-3),n],setTimeout(()=>Lr(n.id),t?12e3:5e3)}function Ir(e){Y(sn(e),{bad:!0})}function Lr(e){Pr.value=Pr.value.filter(t=>t.id!==e)}function Rr(){return v(`div`,{class:`toasts`,role:`status`,"aria-live":`polite`},Pr.value.map(e=>v(`button`,{key:e.id,class:e.bad?`toast bad`:`toast`,onClick:()=>Lr(e.id)},e.text)))}var zr=`/api/v2/moderation/review_queue`,Br=120;function Vr(e,t){return{filter:{id:e},limit:1,lock_items:t,exclude_default_action_config:!0,...t?{lock_count:1,lock_duration:Br}:{}}}async function Hr(e){await P.post(zr,{body:Vr(e,!0)})}function Ur(e){N(`post`,zr,{body:Vr(e,!1),keepalive:!0}).catch(()=>void 0)}var Wr=[2e3,5e3,15e3,3e4,6e4],X=E([]),Gr=E(new Map),Kr=E(new Map),qr=Ee(()=>new Set(X.value.map(e=>e.item.id))),Jr=Ee(()=>X.value.filter(e=>e.state===`held`)),Yr=Ee(()=>X.value.filter(e=>e.state===`waiting`)),Xr;function Zr(e,t){X.value=X.value.map(n=>n.id===e?{...n,...t}:n)}function Qr(e){X.value=X.value.filter(t=>t.id!==e)}function $r(e){return e.state===`held`||e.state===`waiting`}function ei(){return`gavel.decisions.${lt.value?.id??``}`}function ti(e,t,n){let r=Date.now(),i=e.version?{if_version:e.version}:{},a={id:Tt(),item:e,body:{...t,...i},title:n,state:`held`,madeAt:r,sendAt:r+Ft.value.pause*1e3,tries:0};ni(e.id);let o=new Set(X.value.filter(e=>e.state===`sent`).slice(0,-50));X.value=[...X.value.filter(e=>!o.has(e)),a],oi()}function ni(e){if(!Gr.value.has(e))return;let t=new Map(Gr.value);t.delete(e),Gr.value=t}async function ri(e=X.value.findLast(e=>e.state!==`sending`)){if(!e){Y(F(512));return}if($r(e))return Qr(e.id),Ur(e.item.id),Y(F(505)),e.item;let t=Yn(e.body,Kr.value);if(!t)Y(F(507,{what:e.title}),{bad:!0});else{try{await P.post(`/api/v2/moderation/submit_action`,{body:t})}catch(e){Y(F(508,{what:F(501),why:sn(e)}),{bad:!0});return}return Qr(e.id),Y(F(506,{what:e.title})),e.item}}function ii(e){Qr(e.id),Ur(e.item.id),Y(F(515,{what:e.title}))}async function ai(e=!1){let t=Date.now(),n=X.value.filter(n=>$r(n)&&(e||n.sendAt<=t));await Promise.all(n.map(si)),oi()}function oi(){clearTimeout(Xr);let e=Math.min(...X.value.filter($r).map(e=>e.sendAt));Number.isFinite(e)&&!st.value&&(Xr=setTimeout(()=>void ai(),Math.max(0,e-Date.now())+5))}async function si(e){Zr(e.id,{state:`sending`});try{e.uncertain&&await li(e)||!(await P.post(`/api/v2/moderation/submit_action`,{body:e.body,id:e.id})).approval||Y(F(644,{what:e.title})),Zr(e.id,{state:`sent`})}catch(t){if(!(t instanceof Ct))throw t;await ui(e,t)}}async function ci(e){return(await P.get(`/api/v2/moderation/review_queue/{id}`,{path:{id:e}})).item}async function li(e){return(await ci(e.item.id)).actions.some(t=>t.type===e.body.action_type&&mt(t.user_id)&&(mn(t.created_at)?.getTime()??0)>=e.madeAt-6e4)}async function ui(e,t){if(t.passing||t.status===401){let n=Wr[Math.min(e.tries,Wr.length-1)]??6e4;Zr(e.id,{state:`waiting`,tries:e.tries+1,sendAt:Date.now()+n,problem:sn(t),uncertain:e.uncertain===!0||t.status!==401});return}let n=t.status===409,r=n?await di(e):F(508,{what:e.title,why:sn(t)});Qr(e.id),Ur(e.item.id),Gr.value=new Map(Gr.value).set(e.item.id,{text:r,isStale:n}),Y(r,{bad:!0})}async function di(e){try{let t=await ci(e.item.id);if(t.reviewed_by&&t.latest_moderator_action)return F(510,{who:t.reviewed_by,what:W(t.latest_moderator_action)})}catch{}return F(511)}function fi(){let e=localStorage.getItem(ei());if(e)try{let t=new Set(X.value.map(e=>e.id));X.value=[...JSON.parse(e).filter(e=>!t.has(e.id)).map(e=>({...e,state:`waiting`,sendAt:Date.now(),uncertain:!0})),...X.value],oi()}catch{localStorage.removeItem(ei())}}function pi(){for(let e of Jr.value)N(`post`,`/api/v2/moderation/submit_action`,{body:e.body,id:e.id,keepalive:!0}).catch(()=>void 0)}var mi=!1;De(()=>{let e=X.value.filter(e=>e.state!==`sent`);lt.value&&(e.length>0?localStorage.setItem(ei(),JSON.stringify(e)):mi&&localStorage.removeItem(ei()),mi=e.length>0)}),De(()=>{st.value||oi()}),window.addEventListener(`pagehide`,pi),window.addEventListener(`online`,()=>{wt.value=!0;for(let e of Yr.value)Zr(e.id,{sendAt:Date.now()});oi()});var hi=[`content`,`image`];async function gi(e){let t=e.moderation_payload_hash,n=Object.values(e.image_hashes??{})[0],r=async t=>{let{items:n}=await P.post(`/api/v2/moderation/review_queue`,{body:{filter:{...t,reviewed:!1},limit:12,exclude_default_action_config:!0}});return{filter:t,count:n.filter(t=>t.id!==e.id).length}},i=M(`oversee`)&&_i(e),[a,o,s]=await Promise.all([t?r({moderation_payload_hash:t}):void 0,n?r({image_hash:n}):void 0,i?r({entity_creator_id:i}):void 0]);return{content:a,image:o,author:s}}function _i(e){return e.entity_creator_id||(e.entity_type===`stream:user`?e.entity_id:``)}function vi(e){return P.get(`/api/v1/items/{id}/rules`,{path:{id:e},query:{limit:50}})}function yi(e){return P.get(`/api/v1/reports`,{query:{item_id:e,limit:100}})}function bi(e){return P.get(`/api/v1/deliveries`,{query:{item_id:e,limit:20}})}function xi(e){return P.get(`/api/v1/log`,{query:{item_id:e,limit:50}})}async function Si(e){let t=P.post(`/api/v2/moderation/review_queue`,{body:{filter:{entity_creator_id:e,reviewed:!0},limit:20,exclude_default_action_config:!0}}),n=P.get(`/api/v1/users/{id}/strikes`,{path:{id:e}}),[{items:r},{totals:i}]=await Promise.all([t,n]);return{decided:r,strikes:i}}var Ci=new Map;function wi(e){return e.catch(()=>void 0),e}function Ti(e){let t=`${e.id} ${e.updated_at}`,n=Ci.get(t);if(n)return n;let r={rules:wi(vi(e.id)),reports:wi(yi(e.id)),deliveries:wi(bi(e.id)),history:wi(xi(e.id)),author:wi(e.entity_creator_id?Si(e.entity_creator_id):Promise.resolve({decided:[],strikes:{}})),alike:wi(gi(e))};Ci.set(t,r);for(let e of[...Ci.keys()].slice(0,-40))Ci.delete(e);return r}var Ei=120;function Di(e){let t=`${e.id} ${e.updated_at}`,[n,r]=k(``);return A(()=>{let e=setTimeout(()=>r(t),Ei);return()=>clearTimeout(e)},[t]),n===t||Ci.has(t)}var Oi=new Promise(()=>void 0);function ki(e,t,n){return n?Ti(e)[t]:Oi}function Ai(e){Ci.delete(`${e.id} ${e.updated_at}`)}var ji=25,Mi=12,Ni=25,Pi=100,Fi=class{search;spacing;items=E([]);loading=E(!0);error=E(void 0);stats=E({});buttons=E({own:{},standard:{}});elsewhere=E(new Map);shown;next;turn=0;gone=E(new Set);constructor(e,t){this.search=e,this.spacing=t,this.shown=Ee(()=>{let e=new Set(X.value.map(e=>e.item.id)),t=this.gone.value,n=new Map(X.value.filter(({body:e})=>Gn(e.action_type,e.ban?.delete_messages)).map(({item:e,madeAt:t})=>[_i(e),t])),r=e=>Li(e,n.get(_i(e))??0);return this.items.value.filter(n=>!e.has(n.id)&&!t.has(n.id)&&!r(n))})}get hasMore(){return this.next!==void 0}async load(){this.next=void 0,await this.read(void 0)}async more(){this.next!==void 0&&!this.loading.value&&await this.read(this.next)}ahead(e){this.shown.value.length-e<Mi&&this.more()}async read(e){let t=this.turn+=1;this.loading.value=!0;try{let n=await P.post(`/api/v2/moderation/review_queue`,{body:{filter:this.search.filter,sort:this.search.sort.map(e=>({...e})),limit:ji,...this.spacing&&{space_severe:this.spacing},...e===void 0?{}:{next:e,exclude_default_action_config:!0}}});if(t!==this.turn)return;Te(()=>{let t=new Set(e===void 0?[]:this.items.value.map(e=>e.id)),r=n.items.filter(e=>!t.has(e.id));this.items.value=e===void 0?r:[...this.items.value,...r],e===void 0&&(this.elsewhere.value=new Map,this.gone.value=new Set,this.buttons.value={own:n.action_config,standard:n.default_action_config??{}}),this.stats.value=n.stats,this.next=n.next||void 0,this.error.value=void 0,this.loading.value=!1})}catch(e){if(t!==this.turn)return;this.error.value=e,this.loading.value=!1}}async all(e){for(;this.next!==void 0&&this.shown.value.length<e;){let e=this.items.value.length;if(await this.read(this.next),this.error.value!==void 0||this.items.value.length===e)break}return this.shown.value.slice(0,e)}putAway(e){this.gone.value=new Set([...this.gone.value,...e])}bringBack(e){let t=new Set(this.gone.value);t.delete(e),this.gone.value=t}async watch(e){let t=Math.max(0,e-5),n=this.shown.value.slice(t,t+Ni);if(n.length===0)return;let r=this.turn,i=await this.asked(n),a=new Set(n.filter(e=>!i.has(e.id)).map(_i)),o=this.items.value.filter(e=>a.has(_i(e))&&!n.includes(e)).filter(e=>_i(e)&&!this.elsewhere.value.has(e.id)).slice(0,Pi);if(o.length>0)for(let[e,t]of await this.asked(o))i.set(e,t);r===this.turn&&Te(()=>{let e=this.items.value;this.items.value=e.map(e=>{let t=i.get(e.id);return t&&(t.updated_at!==e.updated_at||t.assigned_to?.id!==e.assigned_to?.id)?t:e}),this.note([...n,...o],i)})}async asked(e){let t=await P.post(`/api/v2/moderation/review_queue`,{body:{filter:{id:{$in:e.map(e=>e.id)}},limit:e.length,exclude_default_action_config:!0}});return this.stats.value=t.stats,new Map(t.items.map(e=>[e.id,e]))}note(e,t){let n=new Map(this.elsewhere.value);for(let r of e){let e=t.get(r.id);e||n.set(r.id,{who:``,what:``}),e&&e.reviewed_at&&!r.reviewed_at&&!mt(e.reviewed_by)&&n.set(r.id,{who:e.reviewed_by,what:e.latest_moderator_action}),e&&!e.reviewed_at&&n.delete(r.id)}for(let[e,{at:t,...r}]of Ri(this.items.value))for(let i of this.items.value)_i(i)===e&&!n.has(i.id)&&!i.reviewed_at&&Li(i,t)&&n.set(i.id,r);this.elsewhere.value=n}};function Ii(e){return mn(e)?.getTime()??0}function Li(e,t){return Ii(e.created_at)<t}function Ri(e){let t=new Map;for(let n of e){let e=n.actions.find(({type:e,custom:t})=>Gn(e,t?.delete_messages)),r=Ii(n.entity_creator?.deleted_at),i=Math.max(r,n.reviewed_at?Ii(e?.created_at):0);i===0||(t.get(_i(n))?.at??0)>=i||t.set(_i(n),{at:i,who:e?.user_id??``,what:e?.type??`delete_user`})}return t}var zi={all:{title:200,filter:{reviewed:!1}},texts:{title:1261,filter:{reviewed:!1,has_text:!0},stat:`texts`},media:{title:1260,filter:{reviewed:!1,$or:[{has_image:!0},{has_video:!0},{has_audio:!0}]},stat:`media`},users:{title:1262,filter:{reviewed:!1,entity_type:`stream:user`},stat:`users`},reports:{title:2,filter:{reviewed:!1,reporter_type:`user`}},escalated:{title:408,filter:{reviewed:!1,escalated:!0}},reviewed:{title:409,filter:{reviewed:!0}}},Bi={newest:[{field:`created_at`,direction:-1}],oldest:[{field:`created_at`,direction:1}],gravest:[{field:`severity`,direction:-1}]},Vi=[`label`,`severity`,`config_key`,`entity_creator_id`,`entity_type`,`moderation_payload_hash`,`image_hash`],Hi={$in:[`user`,`moderator`,`admin`]},Ui={people:{reporter_type:Hi},machines:{$nor:[{reporter_type:Hi}]},others:{reported_by_me:!1},me:{reported_by_me:!0}};function Wi(){let e={};for(let t of Vi){let n=yr.value.query.get(t);n&&(e[t]=n)}return e}function Gi(e,t){let n=t?.find(t=>t.id===e),r=zi[e]?.filter??n?.filters;if(!r)return null;let i={...r};for(let[e,t]of Object.entries(Wi()))i[e]=e===`severity`?{$gte:Number(t)||0}:t;let a=Ui[yr.value.query.get(`reported`)];a&&(i.$and=[...i.$and??[],a]);let o=yr.value.query.get(`sort`),s=o&&o in Bi?Bi[o]:void 0,c=n?.sort;return{filter:i,sort:s??(c?.length?c:Bi[e===`reviewed`?`newest`:`oldest`])}}async function Ki(){return(await P.get(`/api/v2/moderation/queues`)).queues}function qi({send:e,...t}){return v(`form`,{...t,onSubmit:t=>{t.preventDefault(),e?.()}})}function Ji({label:e,hint:t,error:n,children:r}){let i=Xe(),a=`${i}-about`;return v(`div`,{class:`field`},v(`label`,{htmlFor:i},e),r({id:i,"aria-describedby":t||n?a:void 0,"aria-invalid":n?!0:void 0}),(t||n)&&v(`p`,{id:a,class:n?`wrong`:`hint`},n??t))}function Z({label:e,hint:t,error:n,value:r,change:i,type:a=`text`,...o}){return v(Ji,{label:e,hint:t,error:n},e=>v(`input`,{type:a,...o,...e,value:r,onInput:e=>i(e.currentTarget.value)}))}function Yi({label:e,hint:t,error:n,value:r,change:i,rows:a=4,...o}){return v(Ji,{label:e,hint:t,error:n},e=>v(`textarea`,{...o,...e,rows:a,value:r,onInput:e=>i(e.currentTarget.value)}))}function Q({label:e,hint:t,error:n,value:r,change:i,options:a}){return v(Ji,{label:e,hint:t,error:n},e=>v(`select`,{...e,value:r,onChange:e=>i(e.currentTarget.value)},a.map(e=>v(`option`,{key:e.value,value:e.value},e.label))))}function Xi({label:e,checked:t,change:n}){return v(`label`,{class:`check`},v(`input`,{type:`checkbox`,checked:t,onChange:e=>n(e.currentTarget.checked)}),v(`span`,null,e))}function Zi({label:e,on:t,send:n}){let[r,i]=k(void 0);return r&&r.after!==t&&i(void 0),v(Xi,{label:e,checked:r?.after===t?r.on:t,change:e=>{i({after:t,on:e}),n(e).catch(e=>{i(void 0),Ir(e)})}})}function Qi(e=[]){let[t,n]=k(!1),[r,i]=k(void 0),a=r instanceof Ct?r.fields:{},o=e=>Object.entries(a).filter(([t])=>t===e||t.startsWith(`${e}.`)),s=e=>{let[t]=o(e),n=t?.[0].slice(e.length+1);return t&&(n?`${n}: ${t[1]}`:t[1])},c=e.some(e=>s(e)!==void 0);return{busy:t,wrong:s,within:o,problem:r!==void 0&&!c?v(`p`,{class:`wrong`,role:`alert`},r instanceof Ct&&r.status===409?F(379):sn(r)):null,send:async e=>{n(!0),i(void 0);try{return await e(),!0}catch(e){return i(e),!1}finally{n(!1)}}}}var $i={label:416,severity:417,config_key:419,entity_creator_id:420,entity_type:421,moderation_payload_hash:422,image_hash:423};function ea({view:e,queues:t,list:n,search:r,reload:i}){let[a,o]=k(!1),s=qe(null),c=n.stats.value,l=t.find(t=>t.id===e),u=[...Vi,`reported`].some(e=>yr.value.query.get(e));G({filter:()=>{s.current&&(s.current.open=!0,s.current.querySelector(`input`)?.focus())}});let d=async e=>{try{await P.post(`/api/v2/moderation/queues/{id}/delete`,{path:{id:e.id},body:{}}),xr(`/queue/all`),i()}catch(e){Ir(e)}};return v(`div`,{class:`views`},v(`h1`,{class:`unseen`},F(406)),v(`nav`,{class:`tabs`,"aria-label":F(407)},Object.entries(zi).map(([t,{title:n,stat:r}])=>v(`a`,{key:t,href:K(`/queue/${t}`),"aria-current":t===e?`page`:void 0},F(n),` `,r&&c[r]!==void 0&&v(`span`,{class:`count`},L(c[r])))),t.map(t=>v(`a`,{key:t.id,href:K(`/queue/${t.id}`),"aria-current":t.id===e?`page`:void 0,title:t.description||t.name},t.name,` `,v(`span`,{class:`count`},t.is_counting?`…`:L(t.item_count)),t.oldest_at&&v(H,{at:t.oldest_at})))),v(`details`,{class:`filter`,ref:s,open:u},v(`summary`,null,F(414)),v(qi,null,Vi.filter(e=>!e.endsWith(`_hash`)||J(e)).map(e=>v(Z,{key:e,label:F($i[e]),value:J(e),type:e===`severity`?`number`:`text`,change:t=>q({[e]:t,item:void 0})})),v(Q,{label:F(418),value:J(`reported`),change:e=>q({reported:e,item:void 0}),options:[{value:``,label:`–`},...Object.keys(Ui).map(e=>({value:e,label:F(`reported.${e}`)}))]}),v(Q,{label:F(696),value:J(`sort`),change:e=>q({sort:e,item:void 0}),options:[{value:``,label:`–`},...Object.keys(Bi).map(e=>({value:e,label:F(`order.${e}`)}))]}),v(`div`,{class:`row`},v(`button`,{onClick:()=>xr(`/queue/${e}`)},F(415)),dt(`moderator`)&&v(`button`,{onClick:()=>o(!0)},F(424)),l&&(l.type===`personal_view`?mt(l.created_by):M(`oversee`)&&ft())&&v(`button`,{class:`danger`,onClick:()=>void d(l)},F(427))))),a&&v(ta,{search:r,close:e=>{o(!1),e&&(i(),xr(`/queue/${e}`))}}))}function ta({search:e,close:t}){let[n,r]=k(``),[i,a]=k(!1),o=Qi([`name`]),s=async r=>{r.preventDefault();let a=``;await o.send(async()=>{let{queue:t}=await P.post(`/api/v2/moderation/queues`,{body:{name:n,type:i?`operational_queue`:`personal_view`,filters:e.filter,sort:e.sort.map(e=>({...e}))}});a=t.id})&&t(a)};return v(R,{title:F(424),close:()=>t()},v(`form`,{onSubmit:e=>void s(e)},v(Z,{label:F(425),value:n,change:r,error:o.wrong(`name`),required:!0,maxLength:255}),M(`oversee`)&&ft()&&v(Xi,{label:F(426),checked:i,change:a}),v(`p`,{class:`hint`},Object.keys({...e.filter,...Wi()}).join(`, `)),o.problem,v(`button`,{type:`submit`,class:`primary`,disabled:o.busy},F(361))))}var na=new Set([`restore`,`unblock`,`unban`,`reopen`]);function ra(e,t,n){let r=e.entity_type,i=[...t[r]??t.default??n[r]??n.default??[]].sort((e,t)=>e.order-t.order).filter(t=>ia(t,e)),a=Hn(e,i.map(e=>e.action));return i.map(e=>{let t=aa(e),n=oa(e.action,a),r=e.id&&e.description||W(e.action);return{action:e.action,title:r,...t===void 0?{}:{id:t},...n?{command:n}:{}}})}function ia(e,t){return ht(aa(e)??e.action)?M(`oversee`)?!0:e.action!==`delete_user`&&(mt(t.reviewed_by)||!na.has(e.action)):!1}function aa(e){return e.custom?.id}function oa(e,t){return e===`mark_reviewed`?`keep`:e===`ban`?`ban`:e===`escalate`?`escalate`:e===t?`remove`:void 0}var sa=[`keep`,`remove`,`ban`];function ca({choices:e,choose:t,offered:n,secondary:r,disabled:i}){let a=e.filter(e=>sa.includes(e.command)),o=e.filter(e=>!sa.includes(e.command));return v(`div`,{class:`bar`,role:`group`,"aria-label":F(500)},a.map(e=>v(`button`,{key:e.action,class:e.command===`keep`?`primary`:`danger`,disabled:i,onClick:()=>t(e)},e.title,` `,e.command&&v($,{command:e.command}))),n.map(e=>v(`button`,{key:e,disabled:i&&e!==`skip`,onClick:()=>r(e)},F(e===`note`?496:`side.${e}`),` `,v($,{command:e}))),o.map(e=>v(`button`,{key:`${e.action} ${e.id??``}`,disabled:i,onClick:()=>t(e)},e.title,` `,e.command&&v($,{command:e.command}))))}var la=E(!1);function ua({item:e}){return v(da,{subject:{item_id:e.id}})}function da({subject:e}){let t=B(()=>P.get(`/api/v1/notes`,{query:{...e,limit:50}}),[e]);return v(`section`,{class:`card stack`,"aria-label":F(496)},v(`div`,{class:`row spread`},v(`h2`,null,F(496)),dt(`moderator`)&&v(`button`,{onClick:()=>la.value=!0},F(497))),v(V,{of:t},({notes:e})=>e.length===0?v(`p`,{class:`faint`},F(499)):v(`ul`,{class:`stack`},e.map(e=>v(`li`,{key:e.id},v(`span`,{class:`row`},v(`b`,null,e.by),` `,v(H,{at:e.at})),v(U,{text:e.text}))))),la.value&&v(fa,{subject:e,close:e=>{la.value=!1,e&&t.reload()}}))}function fa({subject:e,close:t}){let[n,r]=k(``),i=Qi([`text`]),a=async r=>{r.preventDefault(),await i.send(()=>P.post(`/api/v1/notes`,{body:{...e,text:n}}))&&t(!0)};return v(R,{title:F(497),close:()=>t(!1)},v(`form`,{onSubmit:e=>void a(e)},v(Yi,{label:F(498),value:n,change:r,error:i.wrong(`text`),maxLength:2e3,autofocus:!0}),i.problem,v(`button`,{type:`submit`,class:`primary`,disabled:i.busy||!n.trim()},F(361))))}var pa=43200,ma=[60,1440,10080,pa,null],ha=[519,520,521,522,523];function ga(e){return ma[e]!==null||M(`oversee`)}function _a({who:e,reason:t,close:n,decide:r}){let[i,a]=k(t),[o,s]=k(!1),[c,l]=k(!1),u=e=>{let t=ma[e];t!==void 0&&ga(e)&&r(i,{...t===null?{}:{timeout:t},...o?{shadow:o}:{},...c?{delete_messages:`soft`}:{}})};return v(R,{title:F(517,{who:e}),close:n},v(`div`,{class:`stack`,onKeyDown:e=>{!ur(e.target)&&!e.repeat&&/^[1-5]$/.test(e.key)&&u(Number(e.key)-1)}},v(`p`,{id:`how-long`},F(518)),v(`div`,{class:`row`,role:`group`,"aria-labelledby":`how-long`},ha.map((e,t)=>v(`button`,{key:e,autofocus:t===0,class:`danger`,disabled:!ga(t),onClick:()=>u(t)},F(e),` `,v(`kbd`,null,t+1)))),v(Z,{label:F(373),value:i,change:a,maxLength:2e3}),v(Xi,{label:F(524),checked:o,change:s}),v(Xi,{label:F(525),checked:c,change:l})))}function va({title:e,question:t,suggestions:n=[],needed:r=!1,close:i,done:a}){let[o,s]=k(``);return v(R,{title:e,close:i},v(`form`,{onSubmit:e=>{e.preventDefault(),a(o.trim())},onKeyDown:e=>{let t=n[Number(e.key)-1];!ur(e.target)&&!e.repeat&&t!==void 0&&a(t)}},n.length>0&&v(`div`,{class:`row`,role:`group`,"aria-label":t},n.map((e,t)=>v(`button`,{key:e,autofocus:t===0,onClick:()=>a(e)},e,` `,v(`kbd`,null,t+1)))),v(Yi,{label:t,value:o,change:s,rows:3,maxLength:255,autofocus:n.length===0}),v(`button`,{type:`submit`,class:`primary`,disabled:r&&!o.trim()},e)))}function ya({reasons:e,picked:t,pick:n}){let r=t!==``&&!e.some(e=>e.label===t);return v(`div`,{class:`row reasons`,role:`group`,"aria-label":F(373)},e.map((e,r)=>v(`button`,{key:e.key,"aria-pressed":t===e.label,onClick:()=>n(t===e.label?``:e.label)},e.label,` `,v($,{command:`reason${r+1}`}))),v(`input`,{type:`text`,"aria-label":F(503),placeholder:F(503),maxLength:2e3,value:r?t:``,onInput:e=>n(e.currentTarget.value),onKeyDown:e=>{(e.key===`Enter`||e.key===`Escape`)&&e.currentTarget.blur()}}))}function ba({of:e}){return v(`dl`,{class:`facts`},e.map(([e,t])=>t==null||t===``||t===!1?null:v(b,null,v(`dt`,null,e),v(`dd`,null,t))))}var xa=/^(DECISION_(VISIBILITY|MONETARY|PROVISION|ACCOUNT|GROUND)|STATEMENT_CATEGORY|KEYWORD|SOURCE|AUTOMATED_DECISION)_/;function Sa(e){return Yt.value[e]??e.replace(xa,``).replaceAll(`_`,` `).replace(/TC$/,`OF THE TERMS`).toLowerCase()}function Ca(e){return e.filter(e=>e!==void 0).map(Sa).join(`, `)}function wa(e){let{decision_visibility:t=[],decision_monetary:n,decision_provision:r,decision_account:i}=e;return Ca([...t,n,r,i])}function Ta({of:e}){return v(`div`,{class:`stack`},v(ba,{of:[[F(556),v(`b`,null,W(e.action))],[F(606),wa(e)],[F(607),Ca([e.decision_ground])],[F(608),e.incompatible_content_ground??e.illegal_content_legal_ground],[F(609),e.incompatible_content_explanation??e.illegal_content_explanation],[F(610),e.category&&v(b,null,Sa(e.category),` `,v(`span`,{lang:`en`},Ca(e.category_specification??[])))],[F(611),e.facts_text],[F(612),Ca([e.source_type])],[F(645),Ca([e.automated_decision])],[F(702),e.ends_at&&v(H,{at:e.ends_at,full:!0})]]}),e.missing.length>0&&v(`p`,{class:`row`},F(613),e.missing.map(e=>v(z,{key:e,tone:`warn`},I(`f`,e)))),e.text?v(`blockquote`,{lang:e.text_language},v(U,{text:e.text})):v(`p`,{class:`faint`},F(614)))}var Ea=E(!1),Da=new Set([`mark_reviewed`,`restore`,`unblock`,`unban`,`reopen`,`escalate`,`de_escalate`]),Oa=400;function ka({item:e,choices:t,reason:n,bodyOf:r}){let i=t.filter(e=>!Da.has(e.action)),[a,o]=k(``),s=i.find(e=>e.title===a)??i.find(e=>e.command===`remove`)??i[0];return s?v(`details`,{open:Ea.value,onToggle:e=>Ea.value=e.currentTarget.open},v(`summary`,null,F(603)),Ea.value&&v(`div`,{class:`card stack`},v(Q,{label:F(604),value:s.title,change:o,options:i.map(({title:e})=>({value:e,label:e}))}),v(Aa,{key:`${e.id} ${s.title}`,reason:n,body:()=>r(s)}))):null}function Aa({reason:e,body:t}){let[n,r]=k(e);return A(()=>{let t=setTimeout(()=>r(e),Oa);return()=>clearTimeout(t)},[e]),v(V,{of:B(()=>P.post(`/api/v1/statements/preview`,{body:t()}),[n])},({statements:e,undeclared:t,opted_out:n})=>v(b,null,e.map(e=>v(Ta,{key:e.id,of:e})),t.length>0&&v(`p`,{class:`notice`},F(615,{what:t.map(W).join(`, `)})),n.length>0&&v(`p`,{class:`hint`},F(616,{what:n.map(W).join(`, `)})),e.length+t.length+n.length===0&&v(`p`,{class:`faint`},F(617))))}var ja=E(void 0),Ma=new Set([`escalate`,`flag`,`delete_user`]);function Na(e,t){return ja.value?.item===e.id&&!Ma.has(t.action_type)}var Pa=new Set([`mark_reviewed`,`restore`,`unblock`,`unban`]);function Fa(e){let{act_needs_reason:t,keep_needs_reason:n}=Ar.value;return Pa.has(e)?n:t}function Ia(e){return e.decision_reason||e.escalate?.reason||e.flag?.reason||``}function La({item:e,choices:t,reasons:n,isStale:r,decided:i,skip:a}){let[o,s]=k({item:``,text:``}),[c,l]=k(null),u=o.item===e.id?o.text:``,d=Gr.value.get(e.id),f=!dt(`moderator`)||r,p=(t,n)=>{Fa(t.action_type)&&!Ia(t)?Y(F(502),{bad:!0}):(l(null),Na(e,t)?ja.value={item:e.id,body:t,title:n}:(ti(e,t,n),i(e)))},m=({id:t,action:n})=>t===void 0?qn(n,e,u,n===`ban`&&!M(`oversee`)?{timeout:pa}:{}):Jn(t,e,u),h=t=>{if(f)return;let{id:n,action:r}=t;n===void 0&&(r===`ban`||r===`escalate`)?l({what:r,item:e}):p(m(t),t.title)},g=[...a?[`skip`]:[],...ht(`flag`)&&ft()?[`flag`]:[],`note`],_=t=>{g.includes(t)&&(t===`note`?la.value=!0:t!==`skip`&&f||l({what:t,item:e}))},y=e=>{let n=t.find(t=>t.command===e);r?Y(F(511),{bad:!0}):n&&h(n)},x={keep:()=>y(`keep`),remove:()=>y(`remove`),ban:()=>y(`ban`),escalate:()=>y(`escalate`),skip:()=>_(`skip`),flag:()=>_(`flag`),note:()=>_(`note`)};for(let[t,r]of n.entries())x[`reason${t+1}`]=()=>s({item:e.id,text:u===r.label?``:r.label});return G(x),v(`section`,{class:`desk`,"aria-label":F(500)},d&&v(`p`,{class:`notice`,role:`alert`},d.text),dt(`moderator`)&&v(b,null,v(ya,{reasons:n,picked:u,pick:t=>s({item:e.id,text:t})}),v(ca,{choices:t,choose:h,offered:g,secondary:_,disabled:f}),v(ka,{item:e,choices:t,reason:u,bodyOf:m})),c?.what===`ban`&&v(_a,{who:e.entity_creator?.name||e.entity_creator_id||e.entity_id,reason:u,close:()=>l(null),decide:(t,n)=>p(qn(`ban`,e,t,n),F(648))}),c?.what===`escalate`&&v(va,{title:F(660),question:F(526),close:()=>l(null),done:t=>p({action_type:`escalate`,item_id:e.id,...t?{escalate:{reason:t}}:{}},F(660))}),c?.what===`flag`&&v(va,{title:F(661),question:F(532),suggestions:n.map(e=>e.label),needed:!0,close:()=>l(null),done:t=>p({action_type:`flag`,flag:{entity_type:e.entity_type,entity_id:e.entity_id,reason:t}},F(661))}),c?.what===`skip`&&a&&v(va,{title:F(1243),question:F(527),suggestions:[F(529),F(528),F(530),F(531)],close:()=>l(null),done:t=>{l(null),a(e,t)}}))}async function Ra(){let e=new Map;for(let t of await Ln(`actions`))for(let n of t.reverses??[])e.set(n,t.id);Kr.value=e}var za=4e3;function Ba(e){let{translate_url:t}=Ar.value,n=(e.moderation_payload?.texts??[]).join(`
`).slice(0,za);if(!t)Y(F(472));else{let e=new URL(t);e.searchParams.set(`text`,n),window.open(e,`_blank`,`noopener,noreferrer`)}}function Va({of:e,full:t=!1}){return v(ba,{of:[[F(476),v(H,{at:e?.created_at,full:t})],[F(390),L(e?.flagged_count??0)],[F(1073),L(e?.deleted_content_count??0)],[F(477),L(e?.ban_count??0)]]})}function Ha({item:e,about:t}){let n=e.entity_creator,r=_i(e);return r?v(`section`,{class:`card stack`,"aria-label":F(474)},v(`div`,{class:`row spread`},v(`h2`,null,F(474)),v(`a`,{href:K(`/users/${encodeURIComponent(r)}`)},F(475))),v(`div`,{class:`row`},v(`b`,{class:`line`},n?.name||r),n?.name&&v(`code`,{class:`line`},r),n?.role&&n.role!==`user`&&v(z,null,n.role),n?.banned&&v(z,{tone:`bad`},F(478)),n?.shadow_banned&&v(z,{tone:`warn`},F(479))),v(Va,{of:n}),v(V,{of:t},({decided:e,strikes:t})=>v(b,null,Object.keys(t).length>0&&v(`p`,null,F(480),`:`,` `,Object.entries(t).map(([e,t])=>v(z,{key:e,tone:`warn`},Rn(`strike_policies`,e),` `,L(t)))),e.length>0&&v(`details`,null,v(`summary`,null,F(481),` (`,L(e.length),`)`),v(`ul`,{class:`recent`},e.map(e=>v(`li`,{key:e.id},v(`a`,{href:K(`/item/${e.id}`)},v(Mn,{text:e.moderation_payload?.texts?.[0]??e.entity_id})),v(`span`,{class:`row`},v(z,null,W(e.latest_moderator_action)),v(H,{at:e.reviewed_at}))))))))):null}var Ua=E(!1),Wa=E(null);function Ga({veiled:e,hint:t,children:n}){let[r,i]=k(!1);return e?v(`div`,{class:`veil`},r||Ua.value?n:v(`p`,{class:`faint`},t),v(`button`,{class:`quiet`,"aria-pressed":r,onClick:()=>i(!r)},F(r?467:466))):v(b,null,n)}function Ka(e){return/^(https?:|data:image\/)/i.test(e)}function qa({kind:e,url:t,number:n}){let[r,i]=k(!1),[a,o]=k(!Ka(t)),{blur:s,grey:c,mute:l}=Mr.value,u=r||Ua.value,d=F(`media.${e}`,{n});if(a)return v(`p`,{class:`broken`},v(`span`,{class:`faint`},d,`: `,F(468)),` `,v(`code`,null,t.slice(0,500)));let f=[s&&!u&&`blur`,c&&!u&&`grey`].filter(Boolean).join(` `),p=Wa.value??l;return v(`figure`,{class:`media`},v(`div`,{class:f},e===`image`&&v(`img`,{src:t,alt:d,loading:`lazy`,referrerpolicy:`no-referrer`,onError:()=>o(!0)}),e===`video`&&v(`video`,{src:t,controls:u||!s,preload:`metadata`,muted:p,"aria-label":d,onError:()=>o(!0)}),e===`audio`&&v(`audio`,{src:t,controls:!0,preload:`none`,muted:p,"aria-label":d,onError:()=>o(!0)})),v(`figcaption`,{class:`row`},v(`span`,{class:`faint`},d),(s||c)&&e!==`audio`&&v(`button`,{class:`quiet`,"aria-pressed":r,onClick:()=>i(!r)},F(r?467:466))))}function Ja(e){return(e.flags??[]).flatMap(e=>(e.result??[]).filter(e=>typeof e?.provider_name==`string`&&Array.isArray(e.labels)))}function Ya(e,t){return t.filter(t=>t.text===e).flatMap(e=>e.spans??[]).map(({start:e,end:t,term:n})=>({start:e,end:t,term:n??``}))}function Xa(e,t){let{veiled:n}=Mr.value;return n.length!==0&&e.some(e=>(e.text===void 0||e.text===t)&&e.labels.some(e=>n.includes(e)))}var Za=[[`images`,`image`],[`videos`,`video`],[`audios`,`audio`]];function Qa({item:e}){let t=e.moderation_payload??{},n=Ja(e),r=t.texts??[],i=Object.entries(t.custom??{}),a=e.masked_texts??[];return v(`section`,{class:`card stack content`,"aria-label":F(464)},e.content_changed&&v(`p`,{class:`notice`},F(448)),r.map((e,t)=>v(Ga,{key:t,veiled:Xa(n,e),hint:F(469)},v(U,{text:String(e),marks:Ya(e,n)}))),Za.map(([e,n])=>(t[e]??[]).map((t,r)=>v(qa,{key:`${e}${r}`,kind:n,url:String(t),number:r+1}))),r.length===0&&Za.every(([e])=>!t[e]?.length)&&v(`p`,{class:`faint`},e.entity_type===`stream:user`?e.entity_id:F(377)),a.some((e,t)=>e!==r[t])&&v(`details`,null,v(`summary`,null,F(470)),a.map((e,t)=>v(U,{key:t,text:e}))),i.length>0&&v(`details`,null,v(`summary`,null,F(465)),v(ba,{of:i.map(([e,t])=>[e,v(U,{text:typeof t==`string`?t:JSON.stringify(t)??``})])})))}var $a=[`parent_id`,`group_id`,`conversation_id`,`channel_cid`,`reference_url`];function eo(e){let t=e.moderation_payload?.custom??{};return $a.flatMap(e=>{let n=t[e];return typeof n==`string`&&n?[[e,n]]:[]})}function to(e){return/^https?:\/\//i.test(e)}async function no(e){let t=(e.moderation_payload?.custom??{}).channel_cid,n=typeof t==`string`&&t?{channel_cid:t}:{entity_creator_id:e.entity_creator_id};return(await P.post(`/api/v2/moderation/review_queue`,{body:{filter:n,limit:11,exclude_default_action_config:!0}})).items.filter(t=>t.id!==e.id).slice(0,10)}function ro({item:e}){let t=B(()=>no(e),[e.id]),n=eo(e),r=n.some(([e])=>e===`channel_cid`);return v(`section`,{class:`card stack`,"aria-label":F(482)},v(`h2`,null,F(482)),n.length===0&&v(`p`,{class:`faint`},F(486)),v(`dl`,{class:`facts`},n.map(([e,t])=>v(io,{key:e,name:e,value:t}))),v(`h3`,null,F(r?483:484)),v(V,{of:t},e=>e.length===0?v(`p`,{class:`faint`},F(368)):v(`ul`,{class:`recent`},e.map(e=>v(`li`,{key:e.id},v(`a`,{href:K(`/item/${e.id}`)},v(Mn,{text:e.moderation_payload?.texts?.[0]??e.entity_id})),v(H,{at:e.created_at}))))))}function io({name:e,value:t}){let[n,r]=k(!1);return v(b,null,v(`dt`,null,e),v(`dd`,null,v(U,{text:t}),to(t)&&(n?v(`a`,{href:t,target:`_blank`,rel:`noreferrer noopener`},F(473)):v(`button`,{class:`quiet`,onClick:()=>r(!0)},F(485)))))}var ao=4e3;function oo(e){return I(`delivery`,e)}function so({of:e}){let t=e.data?.deliveries.some(({state:e})=>e===`pending`||e===`waiting`)??!1;return A(()=>{if(!t)return;let n=setInterval(()=>!document.hidden&&e.reload(),ao);return()=>clearInterval(n)},[t,e.reload]),v(`section`,{class:`card stack`,"aria-label":F(487)},v(`h2`,null,F(487)),v(V,{of:e},({deliveries:t})=>t.length===0?v(`p`,{class:`faint`},F(488)):v(`ul`,{class:`stack`},t.map(t=>v(co,{key:t.id,delivery:t,reload:e.reload})))))}function co({delivery:e,reload:t}){let[n,r]=k(!1),i=e.last_attempt,a=dt(`moderator`)&&(e.state===`dead`||e.state===`pending`&&e.attempts>0),o=async()=>{r(!0);try{await P.post(`/api/v1/deliveries/{id}/retry`,{path:{id:e.id}}),Y(F(491)),t()}catch(e){Ir(e)}finally{r(!1)}};return v(`li`,{class:`delivery`,"data-state":e.state},v(`div`,{class:`row spread`},v(`span`,{class:`row`},v(`b`,{title:e.endpoint},Kn(e.action_id)||e.endpoint),v(z,{tone:$t(e.state)},oo(e.state)),v(`span`,{class:`faint`},F(489,{n:e.attempts}))),a&&v(`button`,{disabled:n,onClick:()=>void o()},F(490))),v(`p`,{class:`hint`},v(H,{at:e.delivered_at??i?.at??e.created_at}),i&&e.state!==`delivered`&&` · ${i.status??i.error??``} ${i.detail}`,e.state===`pending`&&e.next_attempt_at&&v(b,null,` · `,v(H,{at:e.next_attempt_at})),e.reason&&` · ${e.reason}`))}function lo(e){let t=Object.entries(e).flatMap(([e,t])=>{let n=t===!1?``:uo(t);return n?`${I(`f`,e)} ${n}`:[]});return t.length>0?`: ${t.join(`; `)}`:``}function uo(e){if(Array.isArray(e))return e.map(uo).join(`, `);if(typeof e==`number`)return L(e);if(typeof e!=`object`||!e)return I(`o`,String(e),String(e));let{type:t,...n}=e;return typeof t==`string`?I(`c`,t)+lo(n):JSON.stringify(e)}function fo({item:e,rules:t,reports:n}){let r=Ja(e).filter(e=>e.provider_name!==`rule`),i=(e.flags??[]).filter(e=>e.user_id&&e.type!==`user_report`);return v(`section`,{class:`card stack`,"aria-label":F(452)},v(`h2`,null,F(452)),(e.not_judged??[]).length>0&&v(`p`,{class:`notice`},F(459,{engines:yo(e.not_judged??[])})),v(`ul`,{class:`verdicts`},r.map((e,t)=>v(`li`,{key:t,class:`row`},v(`b`,{title:e.provider_name},I(`o`,e.provider_name)),e.labels.map(e=>v(z,{key:e},e)),typeof e.score==`number`&&v(po,{score:e.score}),e.action&&v(z,{tone:$t(e.action)},I(`o`,e.action)))),i.map((e,t)=>v(mo,{key:t,flag:e}))),(e.flags??[]).length===0&&v(`p`,{class:`faint`},F(461)),v(V,{of:n},e=>v(ho,{reports:e.reports})),v(V,{of:t},e=>v(go,{rules:e.rules})))}function po({score:e}){return v(`span`,{class:`score`},v(`meter`,{min:0,max:1,value:Math.min(1,Math.max(0,e)),"aria-hidden":`true`}),` `,L(e))}function mo({flag:e}){return v(`li`,{class:`row`},v(`b`,null,F(458,{who:e.user_id})),(e.labels??[]).map(e=>v(z,{key:e},e)),v(H,{at:e.created_at}),e.reason&&v(U,{text:e.reason}))}function ho({reports:e}){if(e.length===0)return null;let t=new Map;for(let n of e)for(let e of n.categories??[])t.set(e,[...t.get(e)??[],n]);return v(`div`,null,v(`h3`,null,F(2)),[...t].map(([e,t])=>v(`details`,{key:e,open:t.length<=3},v(`summary`,null,Rn(`report_categories`,e),`: `,F(454,{n:t.length})),v(`ul`,{class:`stack reports`},t.map(e=>v(`li`,{key:e.id},v(`span`,{class:`row`},v(`b`,null,e.reporter_id||F(378)),` `,v(H,{at:e.created_at})),e.reason&&v(U,{text:e.reason})))))))}function go({rules:e}){let t=e.filter(e=>e.holds!==!1),n=e.filter(e=>e.holds===!1);return e.length===0?null:v(`div`,null,v(`h3`,null,F(1010)),t.map(e=>v(_o,{key:e.rule_id,rule:e,open:!0})),n.length>0&&v(`details`,null,v(`summary`,null,F(463,{n:n.length})),n.map(e=>v(_o,{key:e.rule_id,rule:e}))))}function _o({rule:e,open:t=!1}){let n=e.nearest_miss;return v(`details`,{open:t,class:`rule`},v(`summary`,null,e.rule_name,` `,v(`span`,{class:`faint`},`v`,e.rule_version),` `,v(vo,{holds:e.holds}),` `,e.actions.map(e=>v(z,{key:e},Kn(e)))),v(xo,{clause:e.clause}),e.holds===!1&&n&&v(`p`,{class:`hint`},F(457),`: `,v(`span`,{lang:`en`},n.of),`: `,String(n.seen??`–`),` `,I(`o`,n.operator),` `,String(n.threshold??`–`)),e.off_because&&v(`p`,{class:`hint`,lang:`en`},e.off_because))}function vo({holds:e}){return e===null?v(z,{tone:`warn`},F(456)):e?v(z,{tone:`bad`},F(455)):v(z,null,F(1204))}function yo(e){return e.map(e=>I(`o`,e)).join(`, `)}function bo({type:e,text:t,asked:n,parts:r}){return Kt.value===`en`&&!r?t:I(`c`,e)+lo(n??{})}function xo({clause:e}){let t=Object.entries(e.values??{}).filter(([,e])=>e!==null);return v(`div`,{class:`clause`,"data-holds":String(e.holds)},v(`span`,null,v(`span`,{"aria-hidden":`true`},e.holds===null?`?`:e.holds?`✓`:`✗`),v(`span`,{class:`unseen`},e.holds===null?F(456):e.holds?F(455):F(1204),`:`),` `,bo(e),t.map(([e,t])=>v(`code`,{key:e},` `,e,` = `,typeof t==`object`?JSON.stringify(t):String(t)))),(e.parts??[]).map((e,t)=>v(xo,{key:t,clause:e})))}function So({item:e,context:t,children:n}){let r=Di(e),i=[e.id,e.updated_at,r],a=B(()=>ki(e,`rules`,r),i),o=B(()=>ki(e,`reports`,r),i),s=B(()=>ki(e,`history`,r),i),c=B(()=>ki(e,`author`,r),i),l=Co(e,r);return v(`div`,{class:`panel`},v(`div`,{class:`stack main-part`},v(wo,{item:e}),v(Qa,{item:e}),n,t&&v(ro,{item:e}),v(fo,{item:e,rules:a,reports:o})),v(`div`,{class:`stack side-part`},v(Ha,{item:e,about:c}),v(so,{of:l}),v(ua,{item:e}),v(Zn,{of:s})))}function Co(e,t){let n=`${e.id} ${e.updated_at}`,r=qe(``);return B(()=>{if(!t)return ki(e,`deliveries`,t);let i=r.current!==n;return r.current=n,i?Ti(e).deliveries:bi(e.id)},[n,t])}function wo({item:e}){return v(`div`,{class:`row item-facts`},v(`a`,{href:K(`/item/${e.id}`),class:`line`},v(`code`,null,e.entity_type),` `,v(`code`,null,e.entity_id)),v(z,{tone:$t(e.recommended_action)},F(462),`: `,I(`o`,e.recommended_action||`–`)),v(z,null,F(897),` `,L(e.severity??0)),e.escalated&&v(z,{tone:`warn`},F(408),` `,e.escalation_metadata?.reason??``),e.config_key&&v(`span`,{class:`faint`},F(419),` `,e.config_key),(e.languages??[]).length>0&&v(`span`,{class:`faint`},e.languages.join(`, `)),v(H,{at:e.created_at}))}function To({title:e,start:t,told:n,done:r}){let[i,a]=k(!1),[o,s]=k(``),[c,l]=k(void 0),u=Qi();return v(b,null,v(`button`,{class:`danger`,onClick:()=>a(!0)},e),i&&v(R,{title:e,close:()=>{a(!1),l(void 0)}},c?v(Eo,{started:c,told:n,done:r}):v(qi,{send:()=>u.send(async()=>l(await t(o?{reason:o}:{})))},v(Z,{label:F(373),value:o,change:s,maxLength:255}),u.problem,v(`button`,{type:`submit`,class:`danger`,disabled:u.busy},e))))}function Eo({started:e,told:t,done:n}){let r=e.task_id,i=B(()=>P.get(`/api/v2/tasks/{id}`,{path:{id:r}}),[r]),{reload:a}=i,o=i.data&&![`completed`,`failed`].includes(i.data.status);return A(()=>{if(!o)return;let e=setInterval(a,1e3);return()=>clearInterval(e)},[o,a]),v(V,{of:i},({result:r,error:i})=>{let a=r??{};return v(`div`,{class:`stack`,role:`status`},o&&v(`progress`,{"aria-label":t(a)}),v(`p`,null,t(a)),v(`p`,{class:`hint`},F(442,{id:e.batch_id})),i&&v(`p`,{class:`problem`},i.description),a.examples?.map(e=>v(`p`,{key:e.id,class:`hint`},v(`a`,{href:K(`/item/${encodeURIComponent(e.item_id)}`)},e.item_id),`: `,e.reason)),!o&&n?.(e.batch_id))})}function Do(e={}){return Object.values(e).reduce((e,t)=>e+t,0)}function Oo({id:e}){return!M(`oversee`)||!pt()?null:v(To,{title:F(433),start:t=>P.post(`/api/v1/batches/{id}/undo`,{path:{id:e},body:t}),told:({undone:e,not_undone:t})=>F(434,{n:Do(e),left:Do(t)})})}function ko({id:e}){return!M(`oversee`)||!pt()?null:v(To,{title:F(435),start:t=>P.post(`/api/v1/reporters/{id}/drop_reports`,{path:{id:e},body:t}),told:({reports:e=0,left_queue:t=0})=>F(436,{n:e,left:t}),done:e=>v(Oo,{id:e})})}var Ao=4;async function jo(e,t,n,r){let i={batch:Tt(),done:[],failed:[],ended:!1},a=[...e];n({...i}),await Promise.all(Array.from({length:Ao},async()=>{for(let e=a.shift();e&&!r();e=a.shift()){try{await N(`post`,`/api/v2/moderation/submit_action`,{body:{...t(e),...e.version?{if_version:e.version}:{},batch_id:i.batch}}),i.done.push(e.id)}catch(t){i.failed.push({item:e,why:sn(t)})}n({...i})}})),n({...i,ended:!0})}var Mo=20,No=1e3;function Po({list:e,selection:t}){let[n,r]=k(null);if(!M(`oversee`)||t.ids.size===0&&!n)return null;let i=async()=>{try{r(await e.all(No))}catch(e){Ir(e)}};return v(`div`,{class:`card row bulk`,role:`region`,"aria-label":F(428,{n:t.items.length})},v(`b`,null,F(428,{n:t.items.length})),v(`button`,{onClick:()=>r(t.items),disabled:t.items.length===0},F(437,{n:t.items.length})),v(`button`,{onClick:t.all},F(430)),v(`button`,{onClick:()=>void i()},F(432)),v(`button`,{class:`quiet`,onClick:t.clear},F(431)),n&&v(Lo,{buttons:e.buttons.value,items:n,close:n=>{r(null),e.putAway(n),n.length>0&&t.clear()}}))}function Fo({own:e,standard:t},n){let[r=[],...i]=n.map(n=>ra(n,e,t));return r.filter(e=>e.action!==`escalate`&&i.every(t=>t.some(t=>t.action===e.action&&t.id===e.id)))}function Io({id:e,action:t},n){return r=>e===void 0?qn(t,r,n):Jn(e,r,n)}function Lo({buttons:e,items:t,chosen:n,close:r}){let i=n?[]:Fo(e,t),[a,o]=k(`0`),[s,c]=k(``),[l,u]=k(``),[d,f]=k(null),p=qe(!1),m=i[Number(a)],h=n??(m&&{title:m.title,on:Io(m,s)}),g=t.length,_=g>Mo,y=h!==void 0&&(!_||l.trim()===String(g)),x=async()=>{h&&await jo(t,h.on,f,()=>p.current)},ee=d!==null&&!d.ended;return v(R,{title:F(437,{n:g}),close:()=>r(d?.done??[]),stays:ee},!d&&v(qi,{send:()=>y&&x()},!n&&v(b,null,v(Q,{label:F(500),value:a,change:o,options:i.map((e,t)=>({value:String(t),label:e.title}))}),v(Z,{label:F(373),value:s,change:c,maxLength:2e3})),_&&v(Z,{label:F(438,{n:g}),value:l,change:u,inputMode:`numeric`,autocomplete:`off`}),v(`button`,{type:`submit`,class:`danger`,disabled:!y},F(439,{action:h?.title??``,n:g}))),d&&v(`div`,{class:`stack`,role:`status`},v(`progress`,{max:g,value:d.done.length+d.failed.length,"aria-label":F(437,{n:g})}),v(`p`,null,F(440,{done:d.done.length,n:g,failed:L(d.failed.length)})),v(`p`,{class:`hint`},F(442,{id:d.batch})),d.ended&&d.done.length>0&&v(Oo,{id:d.batch}),ee&&v(`button`,{onClick:()=>p.current=!0},F(441)),d.failed.length>0&&v(b,null,v(`h3`,null,F(443)),v(`ul`,{class:`stack`},d.failed.map(({item:e,why:t})=>v(`li`,{key:e.id},v(Mn,{text:e.moderation_payload?.texts?.[0]??e.entity_id}),v(`span`,{class:`problem`},` `,t)))))))}var Ro=1e3;async function zo(e){let t=new Fi({filter:{...e,reviewed:!1},sort:[{field:`created_at`,direction:1}]});return await t.load(),t.all(Ro)}function Bo(e){return e>10?`10+`:e}function Vo(e,t,{own:n,standard:r}){let i=ra(t,n,r);if(Un(e.action_type)){let n=i.find(e=>e.command===`remove`);return n&&qn(n.action,t,e.decision_reason??``)}let a=e.custom?.id;return i.some(t=>t.action===e.action_type&&t.id===a)?{...e,item_id:t.id}:void 0}function Ho({item:e,buttons:t,decided:n}){let r=Di(e),i=B(()=>ki(e,`alike`,r),[e.id,e.updated_at,r]),[a,o]=k(null),s=ja.value?.item===e.id?ja.value:void 0,{body:c,title:l=``}=s??{},u=t=>ja.value=t?{item:e.id}:void 0,d=(i.data?.author?.count??0)>0;return G({others:()=>d&&u(!s)}),A(()=>{c&&zo({entity_creator_id:_i(e)}).then(n=>{let r=n.filter(n=>n.id!==e.id&&Vo(c,n,t));o([e,...r])}).catch(Ir)},[c]),v(b,null,v(V,{of:i},e=>v(b,null,d&&v(Xi,{label:F(671,{n:Bo(e.author?.count??0)}),checked:s!==void 0,change:u}),hi.map(t=>{let n=e[t];if(!n||n.count===0)return null;let r=new URLSearchParams(n.filter);return v(`p`,{key:t,class:`row alike`},v(`a`,{href:K(`/queue/all?${r}`)},F(`alike.${t}`,{n:Bo(n.count)})),M(`oversee`)&&v(`button`,{onClick:()=>void zo(n.filter).then(o).catch(Ir)},F(673)))}))),a&&v(Lo,{buttons:t,items:a,chosen:c&&{title:l,on:n=>n.id===e.id?c:Vo(c,n,t)??c},close:t=>{o(null),c&&u(t.length===0),t.length!==0&&(Ai(e),n(t))}}))}var Uo=45e3,Wo=250;function Go(e,t){let n=e?.id;A(()=>{if(!n||t)return;if(!dt(`moderator`)){let e=setTimeout(()=>void P.get(`/api/v2/moderation/review_queue/{id}`,{path:{id:n}}).catch(()=>void 0),Wo);return()=>clearTimeout(e)}let e,r=()=>{document.hidden||(e=Hr(n).catch(()=>void 0))},i=setTimeout(r,Wo),a=setInterval(r,Uo),o=()=>!qr.value.has(n)&&Ur(n),s=()=>void(e&&o());return document.addEventListener(`visibilitychange`,r),window.addEventListener(`pagehide`,s),()=>{clearTimeout(i),clearInterval(a),document.removeEventListener(`visibilitychange`,r),window.removeEventListener(`pagehide`,s),e?.then(o)}},[n,t])}function Ko(){let e=Ft.value.break_after;A(()=>{if(e<=0)return;let t=setInterval(()=>Y(F(451,{n:e})),e*6e4);return()=>clearInterval(t)},[e])}var qo=12,Jo=6;function Yo(e,t,n){let[r,i]=k(0),[a,o]=k(0);return A(()=>{let r=()=>{let r=e.current?.getBoundingClientRect(),a=e.current?.querySelector(`ol`)?.getBoundingClientRect();if(!r||!a)return;let s=Math.max(0,r.top)-a.top,c=Math.min(innerHeight,r.bottom)-a.top;i(Math.floor(Math.max(0,s)/64/Jo)*Jo),o(Math.ceil(Math.max(0,c-s)/64)),c>(t-2)*64&&n()};return r(),document.addEventListener(`scroll`,r,{capture:!0,passive:!0}),window.addEventListener(`resize`,r),()=>{document.removeEventListener(`scroll`,r,{capture:!0}),window.removeEventListener(`resize`,r)}},[t,n]),{from:Math.max(0,Math.min(r,t)-qo),to:Math.min(t,r+a+Jo+qo)}}function Xo(e,t){if(e.scrollHeight<=e.clientHeight)return;let n=t*64;n<e.scrollTop?e.scrollTop=n:n+64>e.scrollTop+e.clientHeight&&(e.scrollTop=n+64-e.clientHeight)}function Zo({list:e,index:t,selection:n,pick:r}){let i=e.shown.value,a=qe(null),o=Ye(()=>void e.more(),[e]),{from:s,to:c}=Yo(a,i.length,o);return A(()=>{a.current&&Xo(a.current,t)},[i[t]?.id]),v(`div`,{class:`rows`,ref:a},v(`ol`,{"aria-label":F(412),style:{paddingTop:`${s*64}px`,paddingBottom:`${(i.length-c)*64}px`}},i.slice(s,c).map((a,o)=>{let c=s+o;return v(`li`,{key:a.id,class:`item-row`,"aria-setsize":e.hasMore?-1:i.length,"aria-posinset":c+1,"data-present":c===t,"data-stale":e.elsewhere.value.has(a.id)},M(`oversee`)&&v(`label`,null,v(`input`,{type:`checkbox`,"aria-label":`${F(429)} ${c+1}`,checked:n.ids.has(a.id),onClick:e=>{e.shiftKey?n.range(c):n.toggle(c)}})),v(`button`,{"aria-current":c===t?`true`:void 0,onClick:()=>r(c)},v(Qo,{item:a,elsewhere:e.elsewhere.value.get(a.id)?.what})))})),e.error.value!==void 0&&v(un,{error:e.error.value,retry:()=>void e.more()}),e.hasMore&&v(`button`,{class:`more`,disabled:e.loading.value,onClick:()=>void e.more()},F(e.loading.value?366:367)))}function Qo({item:e,elsewhere:t}){let n=[...new Set((e.flags??[]).flatMap(e=>e.labels??[]))],r=e.moderation_payload??{},i=(r.images?.length??0)+(r.videos?.length??0)+(r.audios?.length??0),a=e.assigned_to&&!mt(e.assigned_to.id)?e.assigned_to:void 0;return v(b,null,v(Mn,{text:String(r.texts?.[0]??(i>0?`${F(1260)} ${i}`:e.entity_id))}),v(`span`,{class:`row`},v(z,{tone:$t(e.recommended_action)},I(`o`,e.recommended_action||`–`)),t!==void 0&&v(z,null,W(t)),a&&v(z,{tone:`info`},F(445,{who:a.name||a.id})),Gr.value.has(e.id)&&v(z,{tone:`bad`},`!`),v(`span`,{class:`line labels`},n.slice(0,3).join(`, `)),v(H,{at:e.created_at})))}function $o(e){let[t,n]=k(new Set),[r,i]=k(0);return{ids:t,items:e.filter(e=>t.has(e.id)),toggle:r=>{let a=e[r]?.id;if(a===void 0)return;let o=new Set(t);o.delete(a)||o.add(a),n(o),i(r)},range:i=>{let[a,o]=r<i?[r,i]:[i,r];n(new Set([...t,...e.slice(a,o+1).map(e=>e.id)]))},all:()=>n(new Set(e.map(e=>e.id))),clear:()=>n(new Set)}}var es=4e3,ts=1e4;function ns({list:e,wanted:t}){let n=e.shown.value,r=n.findIndex(e=>e.id===t),[i,a]=k(0),o=r>=0?r:Math.min(i,n.length-1),s=n[o],c=s&&e.elsewhere.value.get(s.id),l=Nr(Ar.value),[u,d]=k(0),[f,p]=k(!1),[m,h]=k(t!==``),g=$o(n);Ko(),Go(s,c!==void 0),A(()=>void Ra().catch(()=>void 0),[]);let _=e=>{let t=n[e];t&&(a(e),q({item:t.id}))};A(()=>{cr(),Ua.value=!1,o>=0&&a(o),e.ahead(o);let t=n[o+1],r=setTimeout(()=>t&&Ti(t),120);return()=>clearTimeout(r)},[s?.id]),A(()=>{let t=setInterval(()=>{document.hidden||e.watch(o).catch(()=>void 0)},es);return()=>clearInterval(t)},[e,o]);let y=n.length===0&&!e.loading.value;A(()=>{if(!y)return;let t=setInterval(()=>void e.load(),ts);return()=>clearInterval(t)},[y,e]),G({next:()=>_(o+1),previous:()=>_(o-1),open:()=>s&&xr(`/item/${s.id}`),context:()=>p(!f),refresh:()=>{s&&Ai(s),d(u+1),e.load().then(()=>Y(F(449)))},undo:()=>{ri().then(t=>{t&&(e.bringBack(t.id),q({item:t.id}))})},unveil:()=>Ua.value=!0,translate:()=>s&&Ba(s),mute:()=>Wa.value=!(Wa.value??Mr.value.mute),close:()=>g.clear(),select:()=>g.toggle(o),selectRange:()=>g.range(o),selectPage:()=>g.all()},{unveil:()=>Ua.value=!1});let x=t=>{let r=n.findIndex(e=>e.id===t.id),i=n.filter((t,n)=>n>r&&!e.elsewhere.value.has(t.id))[0]??n[r-1];a(Math.max(0,r)),q({item:i?.id??``})},ee=(t,n)=>{e.putAway([t.id]),x(t);let r={item_id:t.id,...n?{reason:n}:{}};P.post(`/api/v1/skips`,{body:r}).catch(n=>{e.bringBack(t.id),Ir(n)})};if(e.error.value!==void 0&&n.length===0)return v(un,{error:e.error.value,retry:()=>void e.load()});if(e.loading.value&&n.length===0)return v(cn,null);if(!s)return v(ln,null,v(`p`,null,F(410)),v(`p`,{class:`hint`},F(411)));let{own:S,standard:te}=e.buttons.value;return v(b,null,v(Po,{list:e,selection:g}),v(`div`,{class:`queue`,"data-open":m?`item`:`list`},v(Zo,{list:e,index:o,selection:g,pick:e=>{h(!0),_(e)}}),v(`article`,{class:`present`,"aria-label":F(344)},v(`button`,{class:`back`,onClick:()=>h(!1)},`← `,F(413)),c&&v(`p`,{class:`notice`,role:`status`},rs(c)),s.assigned_to&&!mt(s.assigned_to.id)&&!c&&v(`p`,{class:`notice`},F(444,{who:s.assigned_to.name||s.assigned_to.id})),v(`div`,{class:c?`stale`:void 0},v(So,{key:`${s.id} ${u}`,item:s,context:f},v(La,{item:s,choices:ra(s,S,te),reasons:l,isStale:c!==void 0,decided:e=>{Ai(e),x(e)},skip:ee}),v(Ho,{item:s,buttons:e.buttons.value,decided:t=>{e.putAway(t),t.includes(s.id)&&x(s)}}))),v(`p`,{class:`hint`},v($,{command:`next`}),` `,F(584),` · `,v($,{command:`context`}),` `,F(594),` ·`,` `,v($,{command:`help`}),` `,F(601)))))}function rs({who:e,what:t}){let n={who:e,what:t?W(t):`–`};return F(e?446:447,n)}function is({values:e}){let t=B(Ki,[]),n=e.view??`all`;return v(V,{of:t},e=>v(as,{view:n,queues:e,saved:t}))}function as({view:e,queues:t,saved:n}){let{query:r}=yr.value,i=Gi(e,t),{spacing:a}=Mr.value,o=JSON.stringify([i,a]),s=Je(()=>i?new Fi(i,a):null,[o]);return A(()=>void s?.load(),[s]),!s||!i?v(ln,null,F(338)):v(b,null,v(ea,{view:e,queues:t,list:s,search:i,reload:n.reload}),v(ns,{key:o,list:s,wanted:r.get(`item`)??``}))}async function os(e){let[{item:t},n]=await Promise.all([P.get(`/api/v2/moderation/review_queue/{id}`,{path:{id:e}}),P.post(`/api/v2/moderation/review_queue`,{body:{filter:{id:e},limit:1}})]);return{item:t,own:n.action_config,standard:n.default_action_config??{}}}function ss({values:e}){let t=e.id??``,n=B(()=>os(t),[t]),[r,i]=k(0),a=qr.value.has(t),o=n.data?.item;A(()=>void Ra().catch(()=>void 0),[]),A(()=>{!a&&o&&(Ai(o),n.reload())},[a]),G({refresh:()=>{o&&Ai(o),i(r+1),n.reload()},undo:()=>void ri(),unveil:()=>Ua.value=!0,translate:()=>o&&Ba(o),mute:()=>Wa.value=!(Wa.value??Mr.value.mute)},{unveil:()=>Ua.value=!1});let s=async()=>{await navigator.clipboard.writeText(location.href),Y(F(534))};return v(b,null,v(on,{title:F(344)},v(`button`,{onClick:()=>void s()},F(533))),v(V,{of:n},e=>v(b,null,e.item.reviewed_at&&v(`p`,{class:`notice`},F(446,{who:e.item.reviewed_by,what:W(e.item.latest_moderator_action)}),` `,v(H,{at:e.item.reviewed_at})),v(So,{key:`${e.item.id} ${e.item.updated_at} ${r}`,item:e.item,context:!0},v(La,{item:e.item,choices:ra(e.item,e.own,e.standard),reasons:Nr(Ar.value),isStale:a,decided:()=>void 0}),v(Ho,{item:e.item,buttons:e,decided:()=>n.reload()})))))}function cs(e,t,n){return async r=>{let i=await P.get(e,{query:{...n,cursor:r}});return{rows:i[t],next:i.next??i.next_cursor}}}async function ls(e){let t=[],n=null;do{let{rows:r,next:i}=await e(n);t.push(...r),n=i??null}while(n);return t}function us(e,t){let[n,r]=k([]),[i,a]=k(void 0),[o,s]=k(!0),[c,l]=k(void 0),u=qe(0),d=qe(e);d.current=e;let f=Ye(e=>{let t=u.current+=1;s(!0),l(void 0),d.current(e).then(n=>{t===u.current&&(r(t=>e?[...t,...n.rows]:n.rows),a(n.next??null),s(!1))},e=>{t===u.current&&(l(e),s(!1))})},[]);return A(()=>(r([]),a(void 0),f(null),()=>void(u.current+=1)),[JSON.stringify(t),f]),{rows:n,loading:o,error:c,more:i&&!o?()=>f(i):void 0,reload:()=>f(null),change:r}}var ds=[`label`,`category`,`config_key`,`entity_creator_id`,`entity_type`],fs={label:416,category:453,config_key:419,entity_creator_id:420,entity_type:421};function ps(e,t=0){let n=e?new Date(`${e}T00:00:00`):void 0;if(n&&!Number.isNaN(n.getTime()))return n.setDate(n.getDate()+t),n.toISOString()}function ms(){let e={};for(let t of ds)J(t)&&(e[t]=J(t));return J(`verdict`)&&(e.recommended_action=J(`verdict`)),{fields:e,since:ps(J(`since`)),until:ps(J(`until`),1)}}function hs({fields:e,since:t,until:n},r){let{entity_creator_id:i,...a}=e,o={limit:50,...a,user_id:i,since:t,until:n,cursor:r};return P.get(`/api/v1/content`,{query:o})}function gs({fields:e,since:t,until:n},r){let i={...t?{$gte:t}:{},...n?{$lt:n}:{}};return P.post(`/api/v2/moderation/review_queue`,{body:{filter:{...e,...t||n?{created_at:i}:{}},limit:50,sort:[{field:`created_at`,direction:-1}],exclude_default_action_config:!0,...r?{next:r}:{}}})}function _s(){let e=ms(),t=J(`which`)===`flagged`,n=qe(void 0),r=us(async r=>{if(!t&&(!r||n.current)){let{items:t,next:i,listed_since:a}=await hs(e,r);if(n.current=a,a)return{rows:t,next:i}}let{items:i,next:a}=await gs(e,r);return{rows:i,next:a}},[e,t]);return G({refresh:r.reload,filter:()=>document.querySelector(`.feed-filter input`)?.focus()}),v(b,null,v(on,{title:F(346)},!t&&n.current===null&&v(`p`,{class:`hint`},F(551)),!t&&!!n.current&&v(`p`,{class:`hint`},F(552,{when:yn(mn(n.current)??new Date)}))),v(qi,{class:`feed-filter`},v(Q,{label:F(548),value:J(`which`),change:e=>q({which:e}),options:[{value:``,label:F(549)},{value:`flagged`,label:F(550)}]}),ds.map(e=>v(Z,{key:e,label:F(fs[e]),value:J(e),change:t=>q({[e]:t})})),v(Q,{label:F(462),value:J(`verdict`),change:e=>q({verdict:e}),options:[{value:``,label:F(371)},{value:`keep`,label:F(1119)},{value:`flag`,label:F(557)},{value:`remove`,label:F(1157)}]}),[`since`,`until`].map(e=>v(Z,{key:e,label:F(`bound.${e}`),type:`date`,value:J(e),change:t=>q({[e]:t})}))),v(pn,{caption:F(346),pages:r,id:e=>e.id,columns:[{title:F(554),width:`wide`,cell:e=>v(vs,{item:e})},{title:F(474),cell:e=>v(ys,{id:e.entity_creator_id,name:e.entity_creator?.name})},{title:F(555),cell:e=>v(bs,{item:e})},{title:F(462),width:`narrow`,cell:e=>v(z,{tone:$t(e.recommended_action)},I(`o`,e.recommended_action||`–`))},{title:F(556),cell:e=>e.reviewed_at?`${W(e.latest_moderator_action)} (${e.reviewed_by})`:`–`},{title:F(374),width:`narrow`,cell:e=>v(H,{at:e.created_at})}]}))}function vs({item:e}){let t=e.moderation_payload??{},n=[t.images,t.videos,t.audios].flatMap(e=>e??[]).length,r=(e.flags??[]).filter(e=>e.type===`user_report`).length;return v(`a`,{class:`row`,href:K(`/item/${e.id}`)},v(Mn,{text:String(t.texts?.[0]??e.entity_id)}),n>0&&v(z,null,`${F(1260)} ${L(n)}`),r>0&&v(z,{tone:`warn`},F(454,{n:r})))}function ys({id:e,name:t}){return e?v(`a`,{href:K(`/users/${encodeURIComponent(e)}`),title:e,dir:`auto`},t||e):v(b,null,`–`)}function bs({item:e}){let t=[...new Set((e.flags??[]).flatMap(e=>e.labels??[]))];return v(`span`,{class:`row`},t.slice(0,4).map(e=>v(z,{key:e},e)),t.length>4&&v(`span`,{class:`faint`},`+`,t.length-4))}async function xs(e){if(!e)return[];let t=async e=>{let t=JSON.stringify({filter_conditions:e,limit:30});return(await P.get(`/api/v2/users`,{query:{payload:t}})).users},[n,r]=await Promise.all([t({id:{$in:[e]}}),t({name:{$autocomplete:e}}).catch(()=>[])]);return[...n,...r.filter(e=>e.id!==n[0]?.id)]}function Ss(){let e=J(`find`),[t,n]=k(e),r=B(()=>xs(e),[e]),i=us(async e=>{let t=await P.post(`/api/v2/moderation/review_queue`,{body:{filter:{entity_type:`stream:user`},limit:50,exclude_default_action_config:!0,...e?{next:e}:{}}});return{rows:t.items,next:t.next}},[]);return G({refresh:i.reload,filter:()=>document.querySelector(`.find input`)?.focus()}),v(b,null,v(on,{title:F(1262)}),v(qi,{class:`find`,send:()=>q({find:t.trim()},{replace:!1})},v(Z,{label:F(535),type:`search`,value:t,change:n,hint:F(536)}),v(`div`,{class:`row`},v(`button`,{type:`submit`,class:`primary`},F(370)),v(`button`,{disabled:!t.trim(),onClick:()=>xr(`/users/${encodeURIComponent(t.trim())}`)},F(546)))),e&&r.data&&r.data.length>0&&v(fn,{caption:F(370),rows:r.data,id:e=>e.id,columns:[{title:F(863),cell:e=>v(Cs,{id:e.id,name:e.name??``})},{title:F(887),cell:e=>e.role},{title:F(700),cell:e=>v(ws,{banned:e.banned})},{title:F(476),cell:e=>v(H,{at:e.created_at})}]}),e&&r.data?.length===0&&v(`p`,{class:`state`},F(368)),v(`h2`,{class:`section`},F(547)),v(pn,{caption:F(547),pages:i,id:e=>e.id,columns:[{title:F(863),cell:e=>v(Cs,{id:e.entity_id,name:e.entity_creator?.name??``})},{title:F(700),cell:e=>v(ws,{banned:e.entity_creator?.banned??!1})},{title:F(537),numeric:!0,cell:e=>L(e.entity_creator?.flagged_count??0)},{title:F(401),numeric:!0,cell:e=>L(e.entity_creator?.deleted_content_count??0)},{title:F(477),numeric:!0,cell:e=>L(e.entity_creator?.ban_count??0)},{title:F(374),cell:e=>v(H,{at:e.updated_at})}]}))}function Cs({id:e,name:t}){return v(`a`,{href:K(`/users/${encodeURIComponent(e)}`)},t||e,` `,t&&v(`code`,null,e))}function ws({banned:e}){return e?v(z,{tone:`bad`},F(478)):v(z,{tone:`good`},F(538))}var Ts=14;async function Es(e){let t=P.post(`/api/v2/moderation/review_queue`,{body:{filter:{entity_creator_id:e},limit:1,exclude_default_action_config:!0}}),n=P.get(`/api/v2/users`,{query:{payload:JSON.stringify({filter_conditions:{id:{$in:[e]}},limit:1})}}),[{items:r},{users:i}]=await Promise.all([t,n]);return{creator:r[0]?.entity_creator??i[0],bans:r[0]?.bans??[]}}async function Ds(e){let[t,n]=await Promise.all([P.get(`/api/v1/reports`,{query:{user_id:e,limit:20}}),P.get(`/api/v1/reports`,{query:{reporter_id:e,limit:20}})]);return{about:t.reports,by:n.reports}}function Os({values:e}){let t=e.id??``,n=B(()=>Es(t),[t]),r=B(()=>P.get(`/api/v1/users/{id}/strikes`,{path:{id:t}}),[t]),i=ft(),a=B(async()=>i?Ds(t):void 0,[t]),o=B(async()=>i?P.get(`/api/v1/log`,{query:{user_id:t,limit:100}}):{entries:[]},[t]),s=us(async e=>{let n=await P.post(`/api/v2/moderation/review_queue`,{body:{filter:{entity_creator_id:t},limit:25,exclude_default_action_config:!0,...e?{next:e}:{}}});return{rows:n.items,next:n.next}},[t]),c=()=>{n.reload(),o.reload()};return G({refresh:c,note:()=>la.value=!0}),v(b,null,v(`div`,{class:`page-head`},v(`h1`,null,F(345),` `,v(Mn,{text:n.data?.creator?.name||t})),i&&v(Ns,{id:t,profile:n,changed:c}),M(`administer`)&&v(`a`,{class:`button`,href:K(`/erasures/+new?user=${encodeURIComponent(t)}`)},F(643))),v(`div`,{class:`grid`},v(`section`,{class:`card stack`},v(V,{of:n},({creator:e})=>v(ks,{creator:e})),v(V,{of:r},({strikes:e,totals:t})=>v(As,{given:e,totals:t}))),i&&v(`section`,{class:`card`},v(V,{of:o},({entries:e})=>v(js,{entries:e}))),v(da,{subject:{target_user_id:t}}),i&&v(`section`,{class:`card stack`},v(V,{of:a},e=>v(b,null,v(Ms,{title:F(539),reports:e?.about??[]}),v(Ms,{title:F(540),reports:e?.by??[]}),e?.by.some(e=>!e.invalid_at)&&v(ko,{id:t}))))),v(`div`,{class:`row spread section`},v(`h2`,null,F(412)),v(`a`,{href:K(`/content?entity_creator_id=${encodeURIComponent(t)}`)},F(553))),v(pn,{caption:F(412),pages:s,id:e=>e.id,columns:[{title:F(554),width:`wide`,cell:e=>v(`a`,{href:K(`/item/${e.id}`)},v(Mn,{text:String(e.moderation_payload?.texts?.[0]??e.entity_id)}))},{title:F(462),cell:e=>v(z,{tone:$t(e.recommended_action)},I(`o`,e.recommended_action||`–`))},{title:F(556),cell:e=>e.reviewed_at?`${W(e.latest_moderator_action)} (${e.reviewed_by})`:`–`},{title:F(374),width:`narrow`,cell:e=>v(H,{at:e.created_at})}]}),i&&v(`div`,{class:`section`},v(Zn,{of:o})))}function ks({creator:e}){return e?v(b,null,v(`div`,{class:`row`},v(`code`,null,e.id),e.role!==`user`&&v(z,null,e.role),e.banned&&v(z,{tone:`bad`},F(478),` `,e.ban_expires?v(H,{at:e.ban_expires,full:!0}):``),e.shadow_banned&&v(z,{tone:`warn`},F(479))),v(Va,{of:e,full:!0})):v(`p`,{class:`faint`},F(545))}function As({given:e,totals:t}){return v(`div`,null,v(`h3`,null,F(3)),v(`p`,null,Object.entries(t).map(([e,t])=>v(z,{key:e,tone:`warn`},Rn(`strike_policies`,e),` `,L(t))),e.length===0&&v(`span`,{class:`faint`},F(368))),v(`ul`,null,e.map(e=>v(`li`,{key:e.id,class:`row`},v(H,{at:e.at}),` `,Rn(`strike_policies`,e.policy),` +`,L(e.weight),e.reason&&v(Mn,{text:e.reason})))))}function js({entries:e}){let t=Array.from({length:Ts},(e,t)=>new Date(Date.now()-(13-t)*864e5).toISOString().slice(0,10)),n=n=>t.map(t=>e.filter(e=>n.includes(e.kind)&&mn(e.at)?.toISOString().startsWith(t)).length);return v(rn,{title:F(544),labels:t.map(xn),series:[{name:F(390),values:n([`flag`,`report`])},{name:F(391),values:n([`action`,`review`])}]})}function Ms({title:e,reports:t}){return v(`div`,null,v(`h2`,null,e,` (`,L(t.length),`)`),v(`ul`,{class:`stack`},t.slice(0,8).map(e=>v(`li`,{key:e.id},v(`a`,{class:`row`,href:K(`/item/${e.item_id}`)},(e.categories??[]).map(e=>Rn(`report_categories`,e)).join(`, `),` `,v(H,{at:e.created_at}),e.invalid_at&&v(z,null,F(1081))),e.reason&&v(U,{text:e.reason})))))}function Ns({id:e,profile:t,changed:n}){let[r,i]=k(!1),[a,o]=k(!1),s=t.data?.creator?.banned||t.data?.creator?.shadow_banned,c=async(e,t)=>{i(!1),o(!0);try{await e(),Y(t),n()}catch(e){Ir(e)}finally{o(!1)}},l=(t,n)=>c(()=>P.post(`/api/v2/moderation/submit_action`,{body:{action_type:`ban`,ban:{target_user_id:e,...t?{reason:t}:{},...n}}}),F(543));return v(b,null,ht(`ban`)&&v(`button`,{class:`danger`,disabled:a,onClick:()=>i(!0)},F(648)),ht(`unban`)&&s&&v(`button`,{disabled:a,onClick:()=>void c(()=>P.post(`/api/v2/moderation/submit_action`,{body:{action_type:`unban`,unban:{target_user_id:e}}}),F(542))},F(541)),r&&v(_a,{who:e,reason:``,close:()=>i(!1),decide:(e,t)=>void l(e,t)}))}function Ps(e){let t=e.original_moderation_action?.type??``;return t===`ban`||e.entity_type===`stream:user`?`unban`:t===`block`||t===`shadow_block`?`unblock`:`restore`}function Fs(e){return e.role===`notifier`?[`block`,`ban`]:[Ps(e)]}function Is({appeal:e,decided:t}){let[n,r]=k(``),[i,a]=k(!1),[o,s]=k(!1),c=Qi([`reject_appeal`,`decision_reason`]),l=async(n,r)=>{s(!1);let i;await c.send(async()=>{let t={action_type:n,appeal_id:e.id,...r};i=(await P.post(`/api/v2/moderation/submit_action`,{body:t})).auto_restore_warning})&&(Y(i??F(564),{bad:i!==void 0}),await t())},u=e=>{e===`ban`?s(!0):l(e,{decision_reason:n})},d=!c.busy&&n.trim()!==``;return v(qi,null,v(Yi,{label:F(563),value:n,change:r,rows:2,maxLength:2e3,hint:F(626),error:c.wrong(`reject_appeal`)??c.wrong(`decision_reason`)}),v(Xi,{label:F(621),checked:i,change:a}),c.problem,v(`div`,{class:`row`},Fs(e).filter(ht).map(t=>v(`button`,{key:t,disabled:!d||i,onClick:()=>u(t)},e.role===`author`?F(560):F(627,{what:W(t)}))),v(`button`,{class:`danger`,disabled:!d,onClick:()=>void l(`reject_appeal`,{reject_appeal:{decision_reason:n},...i?{unfounded:i}:{}})},F(664))),o&&v(_a,{who:e.entity_id,reason:n,close:()=>s(!1),decide:(e,t)=>void l(`ban`,{decision_reason:n,ban:{...t,reason:e}})}))}var Ls=[`for_complainant`,`for_platform`,`partly`,`ended`];function Rs({appeal:e,changed:t}){let[n,r]=k(!1),i=e.out_of_court;return!i&&!M(`oversee`)?null:v(`section`,null,v(`div`,{class:`row spread`},v(`h2`,null,F(747)),M(`oversee`)&&v(`button`,{onClick:()=>r(!0)},F(i?14:736))),i&&v(ba,{of:[[F(737),i.body],[F(746),i.reference],[F(743),v(H,{at:i.opened_at,full:!0})],[F(738),i.closed_at&&v(H,{at:i.closed_at,full:!0})],[F(698),i.outcome&&I(`court`,i.outcome)],[F(742),i.implemented&&`✓`]]}),n&&v(Vs,{appeal:e,changed:t,close:()=>r(!1)}))}var zs=e=>e?.slice(0,10)??``,Bs=e=>e?`${e}T00:00:00Z`:null;function Vs({appeal:e,changed:t,close:n}){let[r,i]=k(e.out_of_court??{body:``,reference:``,opened_at:new Date().toISOString(),closed_at:null,outcome:null,implemented:null}),a=Qi([`body`,`reference`,`opened_at`,`closed_at`,`outcome`,`implemented`]),o=e=>i({...r,...e});return v(R,{title:F(747),close:n},v(qi,{send:async()=>{let i={...r,outcome:r.closed_at?r.outcome:null,implemented:r.closed_at?r.implemented:null};await a.send(async()=>t((await P.put(`/api/v1/appeals/{id}/out_of_court`,{path:{id:e.id},body:i})).appeal))&&n()}},v(Z,{label:F(737),value:r.body,change:e=>o({body:e}),error:a.wrong(`body`),required:!0}),v(Z,{label:F(746),value:r.reference,change:e=>o({reference:e}),error:a.wrong(`reference`),required:!0}),v(Z,{label:F(743),type:`date`,value:zs(r.opened_at),change:e=>o({opened_at:Bs(e)??``}),error:a.wrong(`opened_at`),required:!0}),v(Z,{label:F(738),type:`date`,value:zs(r.closed_at),change:e=>o({closed_at:Bs(e)}),error:a.wrong(`closed_at`)}),r.closed_at&&v(b,null,v(Q,{label:F(698),value:r.outcome??``,change:e=>o({outcome:e||null}),options:[{value:``,label:`–`},...Ls.map(e=>({value:e,label:I(`court`,e)}))],error:a.wrong(`outcome`)}),v(Xi,{label:F(742),checked:r.implemented===!0,change:e=>o({implemented:e})})),a.problem,v(`button`,{type:`submit`,class:`primary`,disabled:a.busy},F(361))))}function Hs({appeal:e,changed:t}){let[n,r]=k(``),i=Qi([`text`]);return v(`details`,{open:e.notes.length>0},v(`summary`,null,F(496),` (`,L(e.notes.length),`)`),v(`ul`,{class:`stack`},e.notes.map(e=>v(`li`,{key:e.at},v(`span`,{class:`row`},v(`b`,null,e.by),` `,v(H,{at:e.at})),v(U,{text:e.text})))),dt(`moderator`)&&v(qi,{send:async()=>{await i.send(async()=>t((await P.post(`/api/v1/appeals/{id}/notes`,{path:{id:e.id},body:{text:n}})).appeal))&&r(``)}},v(Z,{label:F(498),value:n,change:r,maxLength:2e3,error:i.wrong(`text`)}),i.problem,v(`button`,{type:`submit`,disabled:i.busy||!n.trim()},F(497))))}function Us({appeal:e,changed:t}){let{original_moderation_action:n,reversal:r}=e,i=e.status===`submitted`,a=mt(e.first_by);return v(`article`,{class:`card stack appeal`,tabIndex:-1,"aria-label":F(618,{who:e.user.name||e.user.id})},v(`div`,{class:`row spread`},v(`span`,{class:`row`},v(`a`,{href:K(`/users/${encodeURIComponent(e.user.id)}`)},e.user.name||e.user.id),v(z,null,I(`appeal`,e.role)),v(z,{tone:$t(e.status)},I(`appeal`,e.status)),e.outcome&&v(z,null,I(`appeal`,e.outcome)),e.late&&v(z,{tone:`warn`},F(619)),e.unfounded&&v(z,{tone:`warn`},F(620)),v(H,{at:e.created_at})),e.review_queue_item_id&&v(`a`,{href:K(`/item/${e.review_queue_item_id}`)},F(344))),v(`div`,{class:`grid`},v(`section`,null,v(`h2`,null,F(558)),v(U,{text:e.appeal_reason}),(e.attachments??[]).map(e=>v(`code`,{key:e},e))),v(`section`,null,v(`h2`,null,F(559)),v(ba,{of:[[F(937),n&&v(`b`,null,W(n.type))],[F(622),e.first_by||F(495)],[F(374),n&&v(H,{at:n.created_at,full:!0})],[F(373),n?.reason&&v(U,{text:n.reason})],[F(623),e.told_at&&v(H,{at:e.told_at,full:!0})],[F(693),e.handlers.join(`, `)],[F(624),!i&&e.decision_reason&&v(U,{text:e.decision_reason})],[F(625),r&&v(b,null,v(z,{tone:$t(r.state)},I(`appeal`,r.state)),r.deliveries.map(e=>v(`p`,{key:e.id,class:`hint`},W(e.action_id),`: `,oo(e.state))))]]}))),v(Qa,{item:{entity_type:e.entity_type,entity_id:e.entity_id,moderation_payload:e.entity_content}}),v(Rs,{appeal:e,changed:t}),v(Hs,{appeal:e,changed:t}),i&&a&&v(`p`,{class:`notice`},F(562)),i&&!a&&dt(`moderator`)&&v(Is,{appeal:e,decided:async()=>t((await P.get(`/api/v1/appeals/{id}`,{path:{id:e.id}})).appeal)}))}var Ws={status:[`submitted`,`accepted`,`rejected`],role:[`author`,`notifier`],late:[`true`,`false`],outcome:[`upheld`,`reversed`,`partly`],out_of_court:[`none`,`open`,`closed`],order:[`oldest`,`newest`]},Gs=[`of_user`,`handler`];function Ks(){let e=[...Object.keys(Ws),...Gs].map(e=>[e,J(e)]);return{status:`submitted`,...Object.fromEntries(e.filter(([,e])=>e))}}function qs(){let e=Ks(),[t,n]=k(0),r=us(async t=>{let{status:n,...r}=e,i={...r,...n===`all`?{}:{status:n},limit:25,cursor:t},{appeals:a,next:o}=await P.get(`/api/v1/appeals`,{query:i});return{rows:a,next:o}},[e]),i=e=>{let i=Math.min(Math.max(t+e,0),r.rows.length-1);n(i),document.querySelectorAll(`.appeal`)[i]?.focus()};G({refresh:r.reload,next:()=>i(1),previous:()=>i(-1)});let a=t=>r.change(n=>n.flatMap(n=>n.id===t.id?t.status===e.status||e.status===`all`?[t]:[]:[n]));return v(b,null,v(on,{title:F(347)}),v(qi,{class:`feed-filter`},Object.keys(Ws).map(t=>v(Q,{key:t,label:F(`appealBy.${t}`),value:e[t]??(t===`order`?`oldest`:``),change:e=>q({[t]:t===`status`&&!e?`all`:e}),options:[...t===`order`?[]:[{value:t===`status`?`all`:``,label:F(371)}],...Ws[t].map(e=>({value:e,label:I(`appeal`,e)}))]})),Gs.map(t=>v(Z,{key:t,label:F(`appealBy.${t}`),type:`search`,value:e[t]??``,change:e=>q({[t]:e})}))),v(`div`,{class:`stack`},r.rows.map(e=>v(Us,{key:e.id,appeal:e,changed:a}))),r.rows.length===0&&!r.loading&&r.error===void 0&&v(ln,null,F(561)),r.error!==void 0&&v(un,{error:r.error,retry:r.reload}),r.loading&&v(cn,null),r.more&&v(`button`,{class:`more`,onClick:r.more},F(367)))}function Js({label:e,of:t}){let n=J(`part`),r=t.find(e=>e.id===n)??t[0];return v(b,null,v(`nav`,{class:`parts`,"aria-label":e},t.map((e,t)=>v(`a`,{key:e.id,href:K(br.value)+(t>0?`?part=${e.id}`:``),"aria-current":e===r?`page`:void 0},e.title))),v(`div`,{key:r?.id,class:`stack`},r?.view()))}var Ys=30,Xs=e=>new Date(Date.now()-e*864e5).toISOString().slice(0,10);function Zs(){let[e,t]=k(Xs(Ys)),[n,r]=k(Xs(-1)),i=B(()=>P.get(`/api/v1/agreement`,{query:{from:`${e}T00:00:00Z`,to:`${n}T00:00:00Z`}}),[e,n]);return v(b,null,v(`p`,{class:`hint`},F(638)),v(qi,{class:`feed-filter`},v(Z,{label:F(701),type:`date`,value:e,change:e=>e&&t(e)}),v(Z,{label:F(702),type:`date`,value:n,change:e=>e&&r(e)})),v(V,{of:i},({policies:e,complete:t})=>v(b,null,!t&&v(`p`,{class:`notice`},F(639)),e.length===0?v(ln,null):v(fn,{caption:F(629),rows:e,id:e=>e.policy,columns:[{title:F(419),cell:e=>v(`b`,null,e.policy)},{title:F(295),numeric:!0,width:`narrow`,cell:e=>L(e.items)},{title:F(640),numeric:!0,cell:e=>Xt(e.agreed/Math.max(1,e.items))},{title:`Krippendorff α`,width:`wide`,cell:e=>e.alpha===null?F(641):v(b,null,v(`b`,null,L(e.alpha)),` `,e.low!==null&&e.high!==null&&v(`span`,{class:`faint`},F(642,{low:e.low,high:e.high})))}]}))))}function Qs(){return v(b,null,v(on,{title:F(602)}),v(Js,{label:F(602),of:[...M(`decide`)?[{id:`looks`,title:F(628),view:()=>v($s,null)}]:[],...M(`oversee`)?[{id:`agreement`,title:F(629),view:()=>v(Zs,null)}]:[]]}))}function $s(){let e=us(cs(`/api/v1/second_looks`,`second_looks`,{limit:25}),[]),[t,n]=k(``),r=Qi([`reason`]),i=e.rows[0],a=async a=>{if(!i||r.busy)return;let o={verdict:a,...t?{reason:t}:{}};await r.send(()=>P.post(`/api/v1/second_looks/{id}`,{path:{id:i.id},body:o}))&&(Y(F(636)),n(``),cr(),e.rows.length===1&&e.more&&e.more(),e.change(e=>e.slice(1)))};return G({refresh:e.reload,keep:()=>void a(`keep`),remove:()=>void a(`act`)}),v(b,null,v(`p`,{class:`hint`},F(630)),e.error!==void 0&&v(un,{error:e.error,retry:e.reload}),i&&v(`article`,{class:`stack`,"aria-label":F(631)},v(`p`,{class:`row`},v(`b`,null,F(632,{policy:i.policy})),v(`span`,{class:`faint`},i.entity_type),i.languages.length>0&&v(`span`,{class:`faint`},i.languages.join(`, `)),i.labels.map(e=>v(z,{key:e},e))),v(Qa,{key:i.id,item:ec(i)}),v(Z,{label:F(373),value:t,change:n,maxLength:500,error:r.wrong(`reason`)}),r.problem,v(`div`,{class:`bar`},v(`button`,{class:`primary`,disabled:r.busy,onClick:()=>void a(`keep`)},F(633),` `,v($,{command:`keep`})),v(`button`,{class:`danger`,disabled:r.busy,onClick:()=>void a(`act`)},F(634),` `,v($,{command:`remove`})),v(`span`,{class:`faint`},F(635,{n:`${L(e.rows.length)}${e.more?`+`:``}`})))),e.loading&&v(cn,null),!i&&!e.loading&&e.error===void 0&&v(ln,null,F(637)))}function ec(e){let t=[{result:[{provider_name:``,labels:e.labels}]}];return{entity_type:e.entity_type,moderation_payload:e.content,flags:t}}function tc({notice:e,embedded:t=!1}){let[n,r]=k({password:!0,providers:[]});A(()=>{St().then(r,()=>void 0)},[]);let i=v(b,null,e&&v(`p`,{class:`notice`,role:`alert`},e),_t.value&&v(`p`,{class:`notice`,role:`alert`},F(`turnedAway.${_t.value}`)),n.password&&v(nc,null),n.providers.map(e=>v(`a`,{key:e.id,class:`button`,href:`/dashboard/sign_in/${encodeURIComponent(e.id)}`},F(352,{provider:e.label}))));return t?i:v(`main`,{class:`sign-in`},v(`h1`,null,`Gavel`),i)}function nc(){let[e,t]=k(``),[n,r]=k(``),[i,a]=k(!1),o=Qi();return v(`form`,{onSubmit:t=>{t.preventDefault(),a(!1),o.send(async()=>{try{await yt(e,n)}catch(e){if(!(e instanceof Ct)||e.status!==401)throw e;a(!0)}})}},v(Z,{label:F(863),value:e,change:t,autocomplete:`username`,required:!0}),v(Z,{label:F(351),type:`password`,value:n,change:r,autocomplete:`current-password`,required:!0}),i&&v(`p`,{class:`wrong`,role:`alert`},F(354)),o.problem,v(`button`,{type:`submit`,class:`primary`,disabled:o.busy},F(349)))}function rc(){return v(R,{title:F(356),close:()=>void 0,stays:!0},v(`p`,null,F(357)),v(ic,{needsOld:!1}))}function ic({needsOld:e,done:t}){let[n,r]=k(``),[i,a]=k(``),[o,s]=k(``),c=Qi([`password`,`old`]),l=o!==``&&i!==o,u=async l=>{l.preventDefault(),i===o&&await c.send(()=>xt(i,e?n:void 0))&&(r(``),a(``),s(``),t?.())};return v(`form`,{onSubmit:e=>void u(e)},e&&v(Z,{label:F(360),type:`password`,value:n,change:r,error:c.wrong(`old`),autocomplete:`current-password`,required:!0}),v(Z,{label:F(355),type:`password`,value:i,change:a,error:c.wrong(`password`),autocomplete:`new-password`,required:!0}),v(Z,{label:F(358),type:`password`,value:o,change:s,error:l?F(359):void 0,autocomplete:`new-password`,required:!0}),c.problem,v(`button`,{type:`submit`,class:`primary`,disabled:c.busy||l},F(361)))}function ac(e,t){return Object.keys(hc).find(n=>n!==t&&nr.value[n].includes(e))}function oc({change:e}){let[t,n]=k(null),r=Ft.value.keys.own;return v(b,null,v(`ul`,{class:`key-table`},vc().map(e=>v(`li`,{key:e},v(`span`,null,F(gc(e).title),e.startsWith(`reason`)&&` ${e.slice(6)}`),v($,{command:e}),v(`button`,{class:`quiet`,onClick:()=>n(e),"aria-label":`${F(577)}: ${F(gc(e).title)}`},F(577))))),Object.keys(r).length>0&&v(`button`,{onClick:()=>e({})},F(580)),t&&v(sc,{command:t,close:()=>n(null),take:i=>{e({...r,[t]:[i]}),n(null)}}))}function sc({command:e,close:t,take:n}){let[r,i]=k(``);return A(()=>{let t=t=>{let r=lr(t);if(!r||r===`Escape`||r===`Enter`||r===` `)return;t.preventDefault();let a=ac(r,e);a?i(F(579,{key:xc(r),command:F(gc(a).title)})):n(r)};return window.addEventListener(`keydown`,t,!0),()=>window.removeEventListener(`keydown`,t,!0)},[e,n]),v(R,{title:F(gc(e).title),close:t},v(`p`,null,F(578)),r&&v(`p`,{class:`wrong`,role:`alert`},r))}function cc(e){Rt(e).catch(e=>{e instanceof Ct?Y(F(581),{bad:!0}):Ir(e)})}function lc(e){return e.split(`
`).map(e=>e.trim()).filter(Boolean).slice(0,100)}function uc(e,t){let n=Number.parseInt(e,10);return Number.isFinite(n)?Math.min(t,Math.max(0,n)):0}function dc(){let{theme:e,language:t,media:n,keys:r,pause:i,apart:a,break_after:o}=Ft.value,{veiled:s,spacing:c}=Mr.value,[l,u]=k(s.join(`
`)),[d,f]=k(c?.labels.join(`
`)??``);return v(b,null,v(on,{title:F(52)}),v(`div`,{class:`grid`},v(`section`,{class:`card stack`},v(`h2`,null,F(565)),v(Q,{label:F(566),value:e,change:e=>cc({theme:e}),options:[`auto`,`light`,`dark`,`contrast`].map(e=>({value:e,label:F(`theme.${e}`)}))}),v(Q,{label:F(567),value:t,change:e=>cc({language:e}),options:[{value:``,label:F(568)},{value:`en`,label:`English`},{value:`de`,label:`Deutsch`}]})),v(`section`,{class:`card stack`},v(`h2`,null,F(570)),[`blur`,`grey`,`mute`].map(e=>v(Xi,{key:e,label:F(`veil.${e}`),checked:Mr.value[e],change:t=>cc({media:{...n,[e]:t}})})),v(Yi,{label:F(571),hint:F(572),value:l,rows:3,change:e=>{u(e),cc({veiled:lc(e)})}}),v(Q,{label:F(908),value:String(c?.severity??0),change:e=>cc({apart:{...a,severity:Number(e)}}),options:[`–`,`low`,`medium`,`high`,`critical`].map((e,t)=>({value:String(t),label:I(`o`,e)}))}),v(Yi,{label:F(907),hint:F(572),value:d,rows:3,change:e=>{f(e),cc({apart:{...a,labels:lc(e)}})}}),v(Z,{label:F(573),type:`number`,min:`0`,max:`480`,value:String(o),change:e=>cc({break_after:uc(e,480)})})),v(`section`,{class:`card stack`},v(`h2`,null,F(1026)),v(Q,{label:F(569),value:String(i),change:e=>cc({pause:Number(e)}),options:[`5`,`6`,`7`,`8`,`9`,`10`].map(e=>({value:e,label:e}))}),v(`h2`,null,F(351)),v(ic,{needsOld:!0,done:()=>Y(F(362))})),v(`section`,{class:`card stack`},v(`h2`,null,F(574)),v(Xi,{label:F(575),checked:r.on,change:e=>cc({keys:{...r,on:e}})}),v(Q,{label:F(576),value:r.preset,change:e=>cc({keys:{...r,preset:e,own:At.keys.own}}),options:[{value:`gavel`,label:`Gavel`},{value:`ozone`,label:`Ozone`},{value:`coral`,label:`Coral`}]}),v(oc,{change:e=>cc({keys:{...r,own:e}})}))))}var fc=[{path:`/`,title:342,group:`work`,page:Er},{path:`/queue/:view`,to:`/queue/all`,title:343,group:`work`,page:is},{path:`/item/:id`,title:344,page:ss},{path:`/content`,title:346,group:`work`,page:_s},{path:`/users`,title:1262,group:`work`,page:Ss},{path:`/users/:id`,title:345,page:Os},{path:`/appeals`,title:347,group:`work`,all:!0,page:qs},{path:`/second_looks`,title:602,group:`work`,needs:`moderator`,all:!0,page:Qs},{path:`/settings`,title:52,group:`appGroup`,page:dc}];function pc({needs:e,all:t}){return t&&!ft()?!1:!e||(e===`admin`?M(`administer`):dt(e))}var mc=[...fc,...Zt],hc={next:{title:584,group:`move`},previous:{title:585,group:`move`},open:{title:586,group:`move`},select:{title:429,group:`move`},selectRange:{title:587,group:`move`},selectPage:{title:588,group:`move`},close:{title:589,group:`move`},keep:{title:663,group:`decide`,decides:!0},remove:{title:590,group:`decide`,decides:!0},ban:{title:648,group:`decide`,decides:!0},skip:{title:1243,group:`decide`,decides:!0},escalate:{title:660,group:`decide`,decides:!0},flag:{title:661,group:`decide`,decides:!0},others:{title:591,group:`decide`},undo:{title:592,group:`decide`},note:{title:593,group:`decide`},reason1:{title:373,group:`decide`},reason2:{title:373,group:`decide`},reason3:{title:373,group:`decide`},reason4:{title:373,group:`decide`},reason5:{title:373,group:`decide`},reason6:{title:373,group:`decide`},reason7:{title:373,group:`decide`},reason8:{title:373,group:`decide`},reason9:{title:373,group:`decide`},context:{title:594,group:`look`},unveil:{title:595,group:`look`},mute:{title:596,group:`look`},translate:{title:597,group:`look`},refresh:{title:598,group:`look`},filter:{title:599,group:`look`},palette:{title:600,group:`look`},help:{title:601,group:`look`},goOverview:{title:342,group:`go`,to:`/`},goQueue:{title:343,group:`go`,to:`/queue/all`},goUsers:{title:1262,group:`go`,to:`/users`},goRules:{title:1010,group:`go`,to:`/rules`},goLog:{title:348,group:`go`,to:`/log`},goAppeals:{title:347,group:`go`,to:`/appeals`},goDeliveries:{title:197,group:`go`,to:`/deliveries`},goContent:{title:346,group:`go`,to:`/content`},goSettings:{title:52,group:`go`,to:`/settings`}};function gc(e){return hc[e]}function _c(e){let{group:t,to:n}=gc(e);return n?mc.some(e=>(e.to??e.path)===n&&pc(e)):e.startsWith(`select`)?M(`oversee`):e===`ban`||e===`escalate`?ht(e):e===`flag`?ht(e)&&ft():t!==`decide`||M(`decide`)}function vc(){return Object.keys(hc).filter(_c)}var yc=[`move`,`decide`,`look`,`go`],bc={ArrowDown:`↓`,ArrowUp:`↑`,ArrowLeft:`←`,ArrowRight:`→`,Escape:`Esc`};function xc(e){return bc[e]??e.replace(`Shift+`,`⇧ `)}function $({command:e}){return v(`span`,{class:`keys`},nr.value[e].map(e=>v(`kbd`,{key:e},xc(e))))}function Sc(e){let t=[];for(let n of vc()){let{title:r,group:i}=gc(n);if(i!==e)continue;let a=t.find(e=>e.title===r);a?a.commands.push(n):t.push({title:r,commands:[n]})}return t}function Cc({close:e}){return v(R,{title:F(574),close:e},v(`p`,{class:`hint`},Ft.value.keys.on?F(583):F(582)),v(`div`,{class:`help`},yc.map(e=>v(`section`,{key:e},v(`h3`,null,F(`keyGroup.${e}`)),v(`dl`,null,Sc(e).map(e=>v(`div`,{key:e.title},v(`dt`,null,F(e.title)),v(`dd`,null,e.commands.map(e=>v($,{key:e,command:e}))))))))))}var wc=12;function Tc(e,t){let n=t.filter(e=>!gc(e).to&&e!==`palette`),r=[...Object.entries(zi).map(([e,{title:t}])=>({id:e,name:F(t)})),...e.map(({id:e,name:t})=>({id:e,name:t}))];return[...n.map(e=>({title:F(gc(e).title),kind:``,command:e,act:()=>mr(e)})),...mc.filter(e=>e.group&&pc(e)).map(e=>({title:F(e.title),kind:F(341),act:()=>xr(e.to??e.path)})),...r.map(({id:e,name:t})=>({title:t,kind:F(407),act:()=>xr(`/queue/${e}`)}))]}function Ec(e,t){let n=t.toLowerCase().split(/\s+/).filter(Boolean),r=e.filter(({title:e,kind:t})=>n.every(n=>`${e} ${t}`.toLowerCase().includes(n))),i=t.trim(),a={title:i,kind:F(345),act:()=>xr(`/users/${encodeURIComponent(i)}`)};return[...r.slice(0,wc),...i?[a]:[]]}function Dc({close:e}){let[t,n]=k(``),[r,i]=k(0),a=B(()=>P.get(`/api/v2/moderation/queues`),[]),[o]=k(pr),s=Xe(),c=Ec(Tc(a.data?.queues??[],o),t),l=Math.min(r,c.length-1),u=t=>{t&&(e(),setTimeout(t.act))};return v(R,{title:F(600),close:e},v(`input`,{role:`combobox`,"aria-label":F(600),"aria-expanded":c.length>0,"aria-controls":s,"aria-autocomplete":`list`,"aria-activedescendant":l>=0?`${s}-${l}`:void 0,autocomplete:`off`,autofocus:!0,value:t,onInput:e=>{n(e.currentTarget.value),i(0)},onKeyDown:e=>{let t={ArrowDown:1,ArrowUp:-1}[e.key];e.isComposing||t===void 0&&e.key!==`Enter`||(e.preventDefault(),t===void 0?u(c[l]):i((l+t+c.length)%c.length))}}),v(`ul`,{id:s,role:`listbox`,"aria-label":F(600),class:`palette`},c.map((e,t)=>v(`li`,{key:`${e.kind} ${e.title} ${e.command??``}`,id:`${s}-${t}`,role:`option`,"aria-selected":t===l,ref:t===l?e=>e?.scrollIntoView({block:`nearest`}):null,onClick:()=>u(e)},v(`span`,{class:`line`,dir:`auto`},e.title),` `,e.command?v($,{command:e.command}):v(`span`,{class:`faint`},e.kind)))))}function Oc(){let[e,t]=k(!1);A(fi,[]);let n=Jr.value.at(-1),r=Yr.value;return v(b,null,(n||r.length>0)&&v(`div`,{class:`pending`,role:`region`,"aria-label":F(514)},n&&v(kc,{key:n.id,order:n,count:Jr.value.length}),r.length>0&&v(`div`,{class:`row spread late`},v(`span`,{class:`problem`},F(509,{n:r.length})),v(`span`,{class:`row`},v(`button`,{class:`quiet`,onClick:()=>t(!0)},F(514)),v(`button`,{onClick:()=>void ai(!0)},F(365))))),e&&v(R,{title:F(514),close:()=>t(!1)},v(`ul`,{class:`stack`},r.map(e=>v(`li`,{key:e.id,class:`row spread`},v(`span`,null,e.title,` `,v(`code`,null,e.item.entity_id),v(`span`,{class:`problem`},` `,e.problem)),v(`button`,{onClick:()=>ii(e)},F(516)))))))}function kc({order:e,count:t}){let[n,r]=k(Date.now());A(()=>{let e=setInterval(()=>r(Date.now()),200);return()=>clearInterval(e)},[]);let i=Math.max(0,e.sendAt-n);return v(b,null,v(`div`,{class:`row spread`},v(`span`,null,F(504,{what:e.title,n:Math.ceil(i/1e3)}),t>1&&v(`span`,{class:`faint`},` (+`,t-1,`)`)),v(`span`,{class:`row`},v(`button`,{class:`quiet`,onClick:()=>void ai(!0)},F(513)),v(`button`,{onClick:()=>void ri(e)},F(501),` `,v($,{command:`undo`})))),v(`progress`,{max:Ft.value.pause*1e3,value:i,"aria-label":e.title}))}var Ac=[`work`,`rulesGroup`,`operate`,`appGroup`];function jc(e){return(e.path.split(`/`)[1]??``)===(br.value.split(`/`)[1]??``)}function Mc({help:e,unread:t}){let[n,r]=k(!1),i=br.value;A(()=>r(!1),[i]);let{member:a,app:o}=j.value??{};return v(`header`,{class:`side`},v(`div`,{class:`brand`},v(`a`,{href:K(`/`)},v(`strong`,null,`Gavel`),` `,v(`span`,{class:`faint line`},o?.name)),v(`button`,{class:`menu`,"aria-expanded":n,"aria-controls":`pages`,onClick:()=>r(!n)},F(334),t>0&&v(Nc,{unread:t}))),v(`nav`,{id:`pages`,"aria-label":F(341),"data-open":n},Ac.map(e=>{let n=mc.filter(t=>t.group===e&&pc(t));return n.length===0?null:v(`section`,{key:e},v(`h2`,null,F(`group.${e}`)),v(`ul`,null,n.map(e=>v(`li`,{key:e.path},v(`a`,{href:K(e.to??e.path),"aria-current":jc(e)?`page`:void 0},F(e.title),e.path===`/log`&&t>0&&v(Nc,{unread:t}))))))}),v(`div`,{class:`who`},v(`span`,{class:`line`},a?.name,` `,v(`span`,{class:`faint`},a?.role)),v(`button`,{class:`quiet`,onClick:e,"aria-label":F(574)},`?`),v(`button`,{class:`quiet`,onClick:()=>bt().catch(Ir)},F(335)))))}function Nc({unread:e}){return v(`span`,{class:`dot`,"data-unread":e,title:F(336,{n:e})},v(`span`,{class:`unseen`},F(336,{n:e})))}var Pc=E(0);async function Fc(){try{Pc.value=(await P.get(`/api/v1/log/unread`)).unread}catch{}}function Ic(){for(let e of[1,4,12])setTimeout(()=>void Fc(),e*1e3)}var Lc=E(!1),Rc=E(!1),zc={};for(let[e,{to:t}]of Object.entries(hc))t&&(zc[e]=()=>xr(t));De(()=>{Kt.value,Jt()});function Bc(){let[e,t]=k(void 0);return A(()=>(vt().catch(e=>{j.value=null,t(e)}),document.addEventListener(`click`,wr),document.addEventListener(`keydown`,Vc),()=>{document.removeEventListener(`click`,wr),document.removeEventListener(`keydown`,Vc)}),[]),j.value===void 0?v(cn,null):j.value===null?v(tc,{notice:e?Hc(e):void 0}):v(Uc,{key:j.value.member.id})}function Vc(e){e.key!==`k`||!(e.ctrlKey||e.metaKey)||e.altKey||e.shiftKey||(e.preventDefault(),j.value&&!document.querySelector(`dialog[open]`)&&(Rc.value=!0))}function Hc(e){return e instanceof Error&&`status`in e&&e.status===401?F(353):sn(e)}function Uc(){return A(()=>{if(It(),jr(),!ft())return;Fc();let e=setInterval(()=>void Fc(),3e4);return()=>clearInterval(e)},[]),G({help:()=>Lc.value=!0,palette:()=>Rc.value=!0,...zc}),v(`div`,{class:`shell`},v(`a`,{class:`skip`,href:`#content`},F(333)),v(Mc,{help:()=>Lc.value=!0,unread:Pc.value}),v(`main`,{id:`content`,tabIndex:-1},!wt.value&&v(`p`,{class:`notice`,role:`alert`},F(337)),v(Kc,null)),v(Oc,null),v(Rr,null),Rc.value&&v(Dc,{close:()=>Rc.value=!1}),Lc.value&&v(Cc,{close:()=>Lc.value=!1}),st.value&&v(R,{title:F(349),close:()=>void 0,stays:!0},v(tc,{notice:F(350),embedded:!0})),j.value?.member.must_set_password&&v(rc,null))}function Wc(e){for(let t of mc){let n=Sr(t.path,e);if(n)return{route:t,values:n}}}var Gc=E({});function Kc(){let e=Wc(br.value),t=e?.route,[n,r]=k(void 0),i=t&&(t.page??Gc.value[t.path]);if(A(()=>{r(void 0),document.title=t?`${F(t.title)} – Gavel`:`Gavel`,t&&!i&&Ut(async()=>{let{pages:e}=await import(`./leading-DT-8lIps.js`).then(e=>e.t);return{pages:e}},[]).then(({pages:e})=>Gc.value=e,r)},[t]),!e)return v(ln,null,F(338));if(!pc(e.route)){let{needs:t}=e.route;return v(ln,null,t&&!dt(t)?F(339,{role:t}):F(340))}return n===void 0?i?v(i,{key:e.route.path,values:e.values}):v(cn,null):v(un,{error:n,retry:()=>location.reload()})}window.addEventListener(`unhandledrejection`,e=>{e.reason instanceof DOMException||Y(sn(e.reason),{bad:!0})});var qc=document.getElementById(`page`);qc&&ge(v(Bc,null),qc);export{an as $,xr as A,H as B,Zi as C,Y as D,Qi as E,W as F,fn as G,Sn as H,Kn as I,ln as J,V as K,Rn as L,q as M,G as N,Ir as O,Xn as P,rn as Q,Mn as R,Q as S,v as St,Z as T,xn as U,bn as V,pn as W,un as X,cn as Y,on as Z,wa as _,ft as _t,cs as a,I as at,Ji as b,k as bt,Oo as c,P as ct,yo as d,ct as dt,z as et,lo as f,M as ft,Sa as g,lt as gt,Ta as h,ht,ls as i,Xt as it,J as j,K as k,xo as l,Tt as lt,oo as m,mt,Pc as n,R as nt,us as o,F as ot,uo as p,pt,B as q,Js as r,L as rt,ko as s,Ct as st,Ic as t,$t as tt,vo as u,at as ut,ba as v,A as vt,Yi as w,qi as x,b as xt,Xi as y,Xe as yt,U as z};