/**
 * Ways by which script in a page could carry something out, each a body of JavaScript that is given `sink`, an address that counts who
 * comes; a way that needs another protocol finds its port in `udp`.
 */
export const exfiltrationChannels: Readonly<Record<string, string>> = {
  fetch: 'fetch(sink, { mode: "no-cors" }).catch(() => {})',
  'fetch keepalive':
    'fetch(sink, { mode: "no-cors", keepalive: true, method: "POST", body: "x" }).catch(() => {})',
  xhr: 'const x = new XMLHttpRequest(); x.open("GET", sink); x.onerror = () => {}; x.send()',
  beacon: 'navigator.sendBeacon(sink, "x")',
  image: 'new Image().src = sink',
  websocket: 'new WebSocket(sink.replace("http", "ws"))',
  'event source': 'new EventSource(sink)',
  'css url': 'document.body.style.backgroundImage = `url(${sink})`',
  'css import':
    'const s = document.createElement("style"); s.textContent = `@import "${sink}";`; document.head.append(s)',
  'style sheet':
    'const l = document.createElement("link"); l.rel = "stylesheet"; l.href = sink; document.head.append(l)',
  font: 'const f = new FontFace("x", `url(${sink})`); document.fonts.add(f); f.load().catch(() => {})',
  frame: 'const f = document.createElement("iframe"); f.src = sink; document.body.append(f)',
  'frame with markup':
    'const f = document.createElement("iframe"); f.srcdoc = `<img src="${sink}">`; document.body.append(f)',
  form: 'const f = document.createElement("form"); f.action = sink; document.body.append(f); f.submit()',
  prefetch:
    'const l = document.createElement("link"); l.rel = "prefetch"; l.href = sink; document.head.append(l)',
  preload:
    'const l = document.createElement("link"); l.rel = "preload"; l.as = "image"; l.href = sink; document.head.append(l)',
  preconnect:
    'const l = document.createElement("link"); l.rel = "preconnect"; l.href = sink; document.head.append(l)',
  'module preload':
    'const l = document.createElement("link"); l.rel = "modulepreload"; l.href = sink; document.head.append(l)',
  manifest:
    'const l = document.createElement("link"); l.rel = "manifest"; l.href = sink; document.head.append(l)',
  icon: 'const l = document.createElement("link"); l.rel = "icon"; l.href = sink; document.head.append(l)',
  video:
    'const v = document.createElement("video"); v.src = sink; v.preload = "auto"; document.body.append(v); v.load()',
  track:
    'const a = document.createElement("audio"); a.src = sink; a.preload = "auto"; document.body.append(a); a.load()',
  object: 'const o = document.createElement("object"); o.data = sink; document.body.append(o)',
  embed: 'const o = document.createElement("embed"); o.src = sink; document.body.append(o)',
  script: 'const s = document.createElement("script"); s.src = sink; document.head.append(s)',
  'dynamic import': 'import(sink).catch(() => {})',
  worker:
    'const b = new Blob([`fetch("${sink}",{mode:"no-cors"})`]); new Worker(URL.createObjectURL(b))',
  'svg image':
    'const s = document.createElementNS("http://www.w3.org/2000/svg", "svg"); const i = document.createElementNS("http://www.w3.org/2000/svg", "image"); i.setAttribute("href", sink); s.append(i); document.body.append(s)',
  'inline markup': 'document.body.innerHTML = `<img src="${sink}">`',
  ping: 'const a = document.createElement("a"); a.href = "#x"; a.ping = sink; document.body.append(a); a.click()',
  location: 'location.href = sink',
  'meta refresh':
    'const m = document.createElement("meta"); m.httpEquiv = "refresh"; m.content = `0;url=${sink}`; document.head.append(m)',
  'second window': 'window.open(sink)',
  webrtc:
    'const c = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udp}` }] }); c.createDataChannel("x"); c.createOffer().then((o) => c.setLocalDescription(o))',
};
