import { it } from "vitest";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { buildServer } from "/work/main/scripts/bundle/server.mjs";
import { buildWords } from "/work/main/scripts/bundle/words.mjs";
import { startHost } from "/work/main/src/local/host";
import { blankWorkbook } from "/work/main/src/local/appsscript/snapshot";
it("m", async () => {
  let t = performance.now(); const lap=(w:string)=>{const n=performance.now();console.log(w,(n-t).toFixed(0));t=n;};
  const dist = mkdtempSync("/tmp/wt/d-");
  writeFileSync(dist+"/Code.js",(await buildServer("/work/main")).code); lap("server");
  writeFileSync(dist+"/words.html",await buildWords("/work/main")); lap("words");
  let n=0; const open=(workbook:any)=>startHost({workbook,dist,now:()=>new Date("2026-09-02T12:00:00Z"),randomId:()=>`id-${++n}`});
  const program={program:"P",affiliate:"A",cohort:"2026",launch:"2026-09-01",weeks:8,groups:[{name:"Independent",model:"independent"},{name:"PLC",model:"plc"}],location:"none",currency:[],goals:"g",optionalTabs:[]};

  const blank=()=>blankWorkbook({id:"f1",name:"x",timeZone:"America/Los_Angeles",locale:"en_US"});
  for (let k=0;k<5;k++){ const h=open(blank()); h.call("setUpWorkbook",{program}); h.services.free(); }
  lap("warm");
  let a=0,b=0,c=0,d=0,e=0;
  for (let k=0;k<20;k++){ let t0=performance.now(); const h=open(blank()); let t1=performance.now(); h.call("setUpWorkbook",{program}); let t2=performance.now(); h.call("setUpWorkbook",{program}); let t3=performance.now(); h.services.workbook(); let t4=performance.now(); h.services.free();
   a+=t1-t0;b+=t2-t1;c+=t3-t2;d+=t4-t3; }
  console.log("host",a/20,"setup",b/20,"again",c/20,"workbook",d/20);
});
