<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
  <context>
    <name>AboutSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AboutSheet.qml" />
      <source>Allergens</source>
      <translation>สารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AboutSheet.qml" />
      <source>Print shelf label</source>
      <translation>พิมพ์ป้ายชั้นวาง</translation>
    </message>
  </context>
  <context>
    <name>AdviceList</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/AdviceList.qml" />
      <source>nothing now</source>
      <translation>ตอนนี้ไม่มี</translation>
    </message>
  </context>
  <context>
    <name>AdvicePanel</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/AdvicePanel.qml" />
      <source>Cut</source>
      <translation>ตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/AdvicePanel.qml" />
      <source>Cut next</source>
      <translation>ตัดถัดไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/AdvicePanel.qml" />
      <source>Remove</source>
      <translation>นำออก</translation>
    </message>
  </context>
  <context>
    <name>AlarmBar</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AlarmBar.qml" />
      <source>Orders</source>
      <translation>ออเดอร์</translation>
    </message>
  </context>
  <context>
    <name>AllDaySheet</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/AllDaySheet.qml" />
      <source>All day</source>
      <translation>รวมทั้งวัน</translation>
    </message>
  </context>
  <context>
    <name>AllergenMatrix</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/AllergenMatrix.qml" />
      <source>No products yet</source>
      <translation>ยังไม่มีสินค้า</translation>
    </message>
  </context>
  <context>
    <name>AllergensView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/AllergensView.qml" />
      <source>EU list</source>
      <translation>รายการ EU</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/AllergensView.qml" />
      <source>Found in a lot</source>
      <translation>พบในล็อต</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/AllergensView.qml" />
      <source>Incidents</source>
      <translation>เหตุการณ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/AllergensView.qml" />
      <source>Ingredients of %1</source>
      <translation>ส่วนผสมของ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/AllergensView.qml" />
      <source>Keep</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/AllergensView.qml" />
      <source>Probes</source>
      <translation>หัววัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/AllergensView.qml" />
      <source>Products</source>
      <translation>สินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/AllergensView.qml" />
      <source>Tools and surfaces</source>
      <translation>อุปกรณ์และพื้นผิว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/AllergensView.qml" />
      <source>US list</source>
      <translation>รายการ US</translation>
    </message>
  </context>
  <context>
    <name>Approval</name>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>A voucher</source>
      <translation>บัตรชดเชย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>Another one at no charge</source>
      <translation>ให้ใหม่โดยไม่คิดเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>Complaint: {line}, “{reason}”</source>
      <translation>ร้องเรียน: {line} “{reason}”</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>Guest {number}: everything that says who it is</source>
      <translation>ลูกค้า {number}: ข้อมูลทั้งหมดที่ระบุตัวตน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>Money back</source>
      <translation>คืนเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>Money back for a long wait</source>
      <translation>คืนเงินเพราะรอนาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>More of {name}</source>
      <translation>{name} เพิ่ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_dialog.py" />
      <source>Nobody answered</source>
      <translation>ไม่มีใครตอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_dialog.py" />
      <source>Not approved</source>
      <translation>ไม่ได้รับอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_dialog.py" />
      <source>Nothing was changed. You can ask again.</source>
      <translation>ไม่มีอะไรเปลี่ยนแปลง ขออีกครั้งได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>Order {number}: {names}, {total} in all</source>
      <translation>ออเดอร์ {number}: {names} รวม {total}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>Own size {size} for {price}</source>
      <translation>ขนาดพิเศษ {size} ราคา {price}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>Sold until {time}</source>
      <translation>ขายถึง {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>new way to cut</source>
      <translation>วิธีตัดใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>order {number}</source>
      <translation>ออเดอร์ {number}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>{name}, batch {code}</source>
      <translation>{name} ล็อต {code}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>{new} instead of {old}</source>
      <translation>{new} แทน {old}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>{n} batches would be sold again</source>
      <translation>{n} ล็อตจะกลับมาขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>{n} portions from one {name}</source>
      <translation>{n} ชิ้นจาก {name} หนึ่งถาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/approval_subject.py" />
      <source>{price} less {off}: {left}</source>
      <translation>{price} ลด {off} เหลือ {left}</translation>
    </message>
  </context>
  <context>
    <name>ApprovalSheet</name>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ApprovalSheet.qml" />
      <source>Approve</source>
      <translation>อนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ApprovalSheet.qml" />
      <source>Ask</source>
      <translation>ขออนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ApprovalSheet.qml" />
      <source>Back</source>
      <translation>กลับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ApprovalSheet.qml" />
      <source>Cancel</source>
      <translation>ยกเลิก</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ApprovalSheet.qml" />
      <source>Checking …</source>
      <translation>กำลังตรวจสอบ …</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ApprovalSheet.qml" />
      <source>Enter a PIN here, or answer on the back office's screen. Time left: %1</source>
      <translation>ใส่ PIN ที่นี่ หรือตอบบนจอสำนักงาน เหลือเวลา %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ApprovalSheet.qml" />
      <source>Nobody here may approve this. Answer on the back office's screen. Time left: %1</source>
      <translation>ไม่มีผู้มีสิทธิ์อนุมัติที่นี่ ให้ตอบบนจอสำนักงาน เหลือเวลา %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ApprovalSheet.qml" />
      <source>Reason</source>
      <translation>เหตุผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ApprovalSheet.qml" />
      <source>Withdraw the question</source>
      <translation>ถอนคำขอ</translation>
    </message>
  </context>
  <context>
    <name>ApprovalsView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ApprovalsView.qml" />
      <source>Answered by</source>
      <translation>ผู้ตอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ApprovalsView.qml" />
      <source>Approve</source>
      <translation>อนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ApprovalsView.qml" />
      <source>Asked by</source>
      <translation>ผู้ขอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ApprovalsView.qml" />
      <source>Export</source>
      <translation>ส่งออก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ApprovalsView.qml" />
      <source>Journal of an order, each step with who, when, old and new value</source>
      <translation>บันทึกของออเดอร์ ทุกขั้นตอน ใคร เมื่อไร ค่าเดิมและค่าใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ApprovalsView.qml" />
      <source>No questions today</source>
      <translation>วันนี้ไม่มีคำขอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ApprovalsView.qml" />
      <source>Nobody is waiting for an answer</source>
      <translation>ไม่มีใครรอคำตอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ApprovalsView.qml" />
      <source>Order or receipt number</source>
      <translation>เลขออเดอร์หรือใบเสร็จ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ApprovalsView.qml" />
      <source>Questions from tills and kitchen appear here by themselves.</source>
      <translation>คำขอจากเครื่องขายและครัวจะปรากฏที่นี่เอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ApprovalsView.qml" />
      <source>Refuse</source>
      <translation>ปฏิเสธ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ApprovalsView.qml" />
      <source>Result</source>
      <translation>ผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ApprovalsView.qml" />
      <source>What and why</source>
      <translation>เรื่องและเหตุผล</translation>
    </message>
  </context>
  <context>
    <name>AskSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AskSheet.qml" />
      <source>%1 each</source>
      <translation>ชิ้นละ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AskSheet.qml" />
      <source>Ask the kitchen to cut %1</source>
      <translation>ขอให้ครัวตัด %1 ถาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AskSheet.qml" />
      <source>How it is prepared</source>
      <translation>การเตรียม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AskSheet.qml" />
      <source>Keep it so</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AskSheet.qml" />
      <source>One less</source>
      <translation>ลดหนึ่ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AskSheet.qml" />
      <source>One more</source>
      <translation>เพิ่มหนึ่ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AskSheet.qml" />
      <source>Put into the order</source>
      <translation>ใส่ในออเดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AskSheet.qml" />
      <source>Ready in about %1</source>
      <translation>พร้อมในอีกประมาณ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AskSheet.qml" />
      <source>Something else</source>
      <translation>อย่างอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AskSheet.qml" />
      <source>Take %1</source>
      <translation>เอา %1</translation>
    </message>
  </context>
  <context>
    <name>AvoidSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AvoidSheet.qml" />
      <source>Cancel</source>
      <translation>ยกเลิก</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AvoidSheet.qml" />
      <source>Keep</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AvoidSheet.qml" />
      <source>Products that hold it are barred, and nothing with it is sold on this order.</source>
      <translation>สินค้าที่มีส่วนผสมนี้จะถูกกั้นไว้ และไม่ขายในออเดอร์นี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/AvoidSheet.qml" />
      <source>What does the guest avoid?</source>
      <translation>ลูกค้าหลีกเลี่ยงอะไร</translation>
    </message>
  </context>
  <context>
    <name>CardBoard</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CardBoard.qml" />
      <source>New tickets appear here by themselves.</source>
      <translation>ออร์เดอร์ใหม่จะขึ้นที่นี่เอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CardBoard.qml" />
      <source>Nothing to serve</source>
      <translation>ไม่มีรายการต้องเสิร์ฟ</translation>
    </message>
  </context>
  <context>
    <name>ChecksSheet</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/ChecksSheet.qml" />
      <source>Checks</source>
      <translation>การตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/ChecksSheet.qml" />
      <source>Due</source>
      <translation>ถึงเวลาตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/ChecksSheet.qml" />
      <source>Look</source>
      <translation>ตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/ChecksSheet.qml" />
      <source>Nothing has left sale</source>
      <translation>ไม่มีสินค้าที่หยุดขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/ChecksSheet.qml" />
      <source>Nothing is due in the next 10 minutes</source>
      <translation>ไม่มีการตรวจใน 10 นาทีข้างหน้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/ChecksSheet.qml" />
      <source>Off sale: book as waste</source>
      <translation>หยุดขายแล้ว: บันทึกเป็นของเสีย</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/ChecksSheet.qml" />
      <source>Waste all</source>
      <translation>ทิ้งทั้งหมด</translation>
    </message>
  </context>
  <context>
    <name>ChoiceWhatIf</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ChoiceWhatIf.qml" />
      <source>%1 days</source>
      <translation>%1 วัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ChoiceWhatIf.qml" />
      <source>Draft</source>
      <translation>ร่าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ChoiceWhatIf.qml" />
      <source>Now</source>
      <translation>ปัจจุบัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ChoiceWhatIf.qml" />
      <source>What would these weights have done?</source>
      <translation>น้ำหนักเหล่านี้จะให้ผลอย่างไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ChoiceWhatIf.qml" />
      <source>Working …</source>
      <translation>กำลังคำนวณ …</translation>
    </message>
  </context>
  <context>
    <name>CleanSheet</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CleanSheet.qml" />
      <source>Nothing is registered</source>
      <translation>ยังไม่มีรายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CleanSheet.qml" />
      <source>Sanitise before food with other allergens is cut. Whoever is signed in confirms it.</source>
      <translation>ฆ่าเชื้อก่อนตัดอาหารที่มีสารก่อภูมิแพ้อื่น ผู้ที่ลงชื่อเข้าใช้เป็นผู้ยืนยัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CleanSheet.qml" />
      <source>Sanitised</source>
      <translation>ฆ่าเชื้อแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CleanSheet.qml" />
      <source>The back office registers tools and surfaces.</source>
      <translation>หลังร้านเป็นผู้ลงทะเบียนอุปกรณ์และพื้นผิว</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CleanSheet.qml" />
      <source>Tools and surfaces</source>
      <translation>อุปกรณ์และพื้นผิว</translation>
    </message>
  </context>
  <context>
    <name>ComplaintCard</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ComplaintCard.qml" />
      <source>%1 of 5 stars</source>
      <translation>%1 จาก 5 ดาว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ComplaintCard.qml" />
      <source>Choose a complaint</source>
      <translation>เลือกข้อร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ComplaintCard.qml" />
      <source>Did not want to say</source>
      <translation>ไม่ต้องการบอก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ComplaintCard.qml" />
      <source>How does the guest feel now?</source>
      <translation>ตอนนี้ลูกค้ารู้สึกอย่างไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ComplaintCard.qml" />
      <source>Settle</source>
      <translation>ปิดเรื่อง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ComplaintCard.qml" />
      <source>What came of it</source>
      <translation>ผลเป็นอย่างไร</translation>
    </message>
  </context>
  <context>
    <name>ComplaintSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/ComplaintSheet.qml" />
      <source>Complaint about receipt %1</source>
      <translation>ข้อร้องเรียนเกี่ยวกับใบเสร็จ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/ComplaintSheet.qml" />
      <source>Nothing to write down: spoken to the guest</source>
      <translation>ไม่มีอะไรต้องบันทึก: พูดคุยกับลูกค้าแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/ComplaintSheet.qml" />
      <source>The food</source>
      <translation>อาหาร</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/ComplaintSheet.qml" />
      <source>The price</source>
      <translation>ราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/ComplaintSheet.qml" />
      <source>The service</source>
      <translation>บริการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/ComplaintSheet.qml" />
      <source>What is it about?</source>
      <translation>เกี่ยวกับเรื่องอะไร</translation>
    </message>
  </context>
  <context>
    <name>Correction</name>
    <message>
      <location filename="../../app/ui/shared/corrections.py" />
      <source>Complete it by {time}</source>
      <translation>ทำให้เสร็จภายใน {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/corrections.py" />
      <source>Corrective action</source>
      <translation>การแก้ไข</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/corrections.py" />
      <source>Corrective action: {unit}</source>
      <translation>การแก้ไข: {unit}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/corrections.py" />
      <source>Due {time}, overdue {late}</source>
      <translation>ครบกำหนด {time} เกินกำหนด {late}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/corrections.py" />
      <source>It was held after a temperature outside the limits.</source>
      <translation>ถูกพักไว้หลังอุณหภูมิอยู่นอกเกณฑ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/corrections.py" />
      <source>Last one: {unit}, completed by {name} at {time}</source>
      <translation>ล่าสุด: {unit} เสร็จโดย {name} เวลา {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/corrections.py" />
      <source>Lots on hold: {unit}</source>
      <translation>ล็อตที่พักไว้: {unit}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/corrections.py" />
      <source>{code} · {count} × {name}</source>
      <translation>{code} · {count} × {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/corrections.py" />
      <source>{temperature} at {time}, the limit is {limit}</source>
      <translation>{temperature} เวลา {time} เกณฑ์คือ {limit}</translation>
    </message>
  </context>
  <context>
    <name>CorrectionSheet</name>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/CorrectionSheet.qml" />
      <source>Complete</source>
      <translation>เสร็จสิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/CorrectionSheet.qml" />
      <source>Hold</source>
      <translation>พักไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/CorrectionSheet.qml" />
      <source>Only a manager releases food that was outside its limits.</source>
      <translation>เฉพาะผู้จัดการเท่านั้นที่ปล่อยอาหารซึ่งเคยอยู่นอกเกณฑ์ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/CorrectionSheet.qml" />
      <source>Release</source>
      <translation>ปล่อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/CorrectionSheet.qml" />
      <source>Waste</source>
      <translation>ทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/CorrectionSheet.qml" />
      <source>What was done?</source>
      <translation>ได้ทำอะไรไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/CorrectionSheet.qml" />
      <source>What was the cause?</source>
      <translation>สาเหตุคืออะไร</translation>
    </message>
  </context>
  <context>
    <name>CouponSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/CouponSheet.qml" />
      <source>Code on the coupon</source>
      <translation>รหัสบนคูปอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/CouponSheet.qml" />
      <source>Coupon</source>
      <translation>คูปอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/CouponSheet.qml" />
      <source>Take the coupon</source>
      <translation>ใช้คูปอง</translation>
    </message>
  </context>
  <context>
    <name>CurveHistory</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CurveHistory.qml" />
      <source>Bring back what held before</source>
      <translation>นำค่าก่อนหน้ากลับมา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CurveHistory.qml" />
      <source>While it is on sale, another person has to approve how it keeps and how long it is sold.</source>
      <translation>ระหว่างที่ขายอยู่ ต้องมีอีกคนอนุมัติการคงคุณภาพและระยะเวลาขาย</translation>
    </message>
  </context>
  <context>
    <name>CurvesView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CurvesView.qml" />
      <source>%1 looks</source>
      <translation>ตรวจ %1 ครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CurvesView.qml" />
      <source>Inspections in the kitchen teach how fast food really ages.</source>
      <translation>การตรวจในครัวบอกว่าอาหารเสื่อมเร็วเพียงใดจริง ๆ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CurvesView.qml" />
      <source>Nothing learned yet</source>
      <translation>ยังไม่มีข้อมูลที่เรียนรู้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CurvesView.qml" />
      <source>Plot</source>
      <translation>กราฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CurvesView.qml" />
      <source>Put in force</source>
      <translation>ใช้งาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CurvesView.qml" />
      <source>Put in force with another person's yes, and kept as a version of the product's curve: scores and prices follow it at once.</source>
      <translation>ต้องมีอีกคนอนุมัติ และเก็บเป็นเวอร์ชันของเส้นคุณภาพสินค้า คะแนนและราคาจะเปลี่ยนตามทันที</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CurvesView.qml" />
      <source>Time until a 10 becomes a 7</source>
      <translation>เวลาที่ 10 คะแนนลดเหลือ 7</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CurvesView.qml" />
      <source>began with %1</source>
      <translation>เริ่มจาก %1</translation>
    </message>
  </context>
  <context>
    <name>Customer</name>
    <message>
      <location filename="../../app/ui/customer/guest_line.py" />
      <source>Contains {names}</source>
      <translation>มีส่วนผสมของ {names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/display.py" />
      <source>Handed over. Enjoy!</source>
      <translation>ส่งมอบแล้ว ทานให้อร่อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/display.py" />
      <source>In this order: {names}</source>
      <translation>ในออเดอร์นี้มี: {names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/display.py" />
      <source>Kept for you for another {time}</source>
      <translation>เก็บไว้ให้คุณอีก {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/display.py" />
      <source>No allergens in this order</source>
      <translation>ออเดอร์นี้ไม่มีสารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/display.py" />
      <source>No longer kept: please speak to the cashier</source>
      <translation>หมดเวลาเก็บไว้แล้ว กรุณาแจ้งพนักงาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/delays.py" />
      <source>Order {number}: a fresh piece is on its way, ready about {new} (was {old})</source>
      <translation>ออเดอร์ {number}: กำลังเตรียมชิ้นใหม่ให้ พร้อมประมาณ {new} (เดิม {old})</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/delays.py" />
      <source>Order {number}: it is being made now</source>
      <translation>ออเดอร์ {number}: กำลังเตรียมอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/display.py" />
      <source>Order {number}: {reason}</source>
      <translation>คิวที่ {number}: {reason}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/delays.py" />
      <source>Orders {numbers}: fresh pieces are on their way</source>
      <translation>ออเดอร์ {numbers}: กำลังเตรียมชิ้นใหม่ให้</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/delays.py" />
      <source>Orders {numbers}: they are being made now</source>
      <translation>ออเดอร์ {numbers}: กำลังเตรียมอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/display.py" />
      <source>Quoted {amount}</source>
      <translation>ราคาที่แจ้ง {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/display.py" />
      <source>Ready about {time}</source>
      <translation>พร้อมประมาณ {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/display.py" />
      <source>Ready in about {time}</source>
      <translation>พร้อมในอีกประมาณ {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/feedback.py" />
      <source>Sorry, your answer could not be kept.</source>
      <translation>ขออภัย บันทึกคำตอบของคุณไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/feedback.py" />
      <source>Thank you for telling us!</source>
      <translation>ขอบคุณที่บอกเรา!</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/voucher.py" />
      <source>Valid until {date}</source>
      <translation>ใช้ได้ถึง {date}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/display.py" />
      <source>Without {names}, as you asked</source>
      <translation>ไม่มี {names} ตามที่คุณขอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/feedback.py" />
      <source>You earned {points} points</source>
      <translation>คุณได้รับ {points} แต้ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/guest_line.py" />
      <source>You save {amount}</source>
      <translation>คุณประหยัด {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/guest_line.py" />
      <source>cut {age} ago</source>
      <translation>ตัดเมื่อ {age} ที่แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/guest_line.py" />
      <source>exchanged for another piece, not dearer</source>
      <translation>เปลี่ยนเป็นชิ้นอื่นให้แล้ว ราคาไม่เพิ่ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/display.py" />
      <source>includes {tax} {amount}</source>
      <translation>รวม {tax} {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/guest_line.py" />
      <source>{amount} above the base prices</source>
      <translation>สูงกว่าราคาปกติ {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less after our quality check</source>
      <translation>ลด {amount} หลังการตรวจคุณภาพของเรา</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less at this quiet hour</source>
      <translation>ลด {amount} ช่วงเวลาคนน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less because it is best soon</source>
      <translation>ลด {amount} ควรทานเร็ว ๆ นี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less because there is plenty</source>
      <translation>ลด {amount} เพราะมีหลายชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less because you were told that price</source>
      <translation>ลด {amount} ตามราคาที่แจ้งไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less by discount</source>
      <translation>ส่วนลด {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less by our highest price</source>
      <translation>ลด {amount} ตามราคาสูงสุดของร้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less by rounding</source>
      <translation>ลด {amount} จากการปัดเศษ</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less by today's offer</source>
      <translation>ลด {amount} ตามโปรโมชันวันนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less for how it looks</source>
      <translation>ลด {amount} ตามรูปลักษณ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less for its quality</source>
      <translation>ลด {amount} ตามคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less for your points</source>
      <translation>ลด {amount} จากแต้มสะสม</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less for your smaller portion</source>
      <translation>ลด {amount} เพราะชิ้นเล็กกว่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} less: {name}</source>
      <translation>ลด {amount}: {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} more at this busy hour</source>
      <translation>เพิ่ม {amount} ช่วงเวลาเร่งด่วน</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} more by our lowest price</source>
      <translation>เพิ่ม {amount} ตามราคาต่ำสุดของร้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} more by rounding</source>
      <translation>เพิ่ม {amount} จากการปัดเศษ</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} more for its quality</source>
      <translation>เพิ่ม {amount} ตามคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/price_sentence.py" />
      <source>{amount} more for your larger portion</source>
      <translation>เพิ่ม {amount} เพราะชิ้นใหญ่กว่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/voucher.py" />
      <source>{amount} went back to your voucher</source>
      <translation>คืน {amount} เข้าบัตรกำนัลของคุณแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/voucher.py" />
      <source>{amount}, {voucher} by voucher</source>
      <translation>{amount} เป็นบัตรกำนัล {voucher}</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/display.py" />
      <source>{n} items</source>
      <translation>{n} รายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/refund.py" />
      <source>{n} points given back</source>
      <translation>คืนให้ {n} แต้ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/refund.py" />
      <source>{n} points taken back</source>
      <translation>หักคืน {n} แต้ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/guest_line.py" />
      <source>{tax} {rate} included: {amount}</source>
      <translation>รวม {tax} {rate}: {amount}</translation>
    </message>
  </context>
  <context>
    <name>CustomerWindow</name>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/CustomerWindow.qml" />
      <source>Customer display</source>
      <translation>จอลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/CustomerWindow.qml" />
      <source>For the shop's staff: %1</source>
      <translation>สำหรับพนักงานร้าน: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/CustomerWindow.qml" />
      <source>It comes back by itself.</source>
      <translation>จะกลับมาเองในไม่ช้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/CustomerWindow.qml" />
      <source>One moment, this display is reconnecting</source>
      <translation>สักครู่ หน้าจอกำลังเชื่อมต่อใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/CustomerWindow.qml" />
      <source>One moment, your order is being brought up to date</source>
      <translation>รอสักครู่ กำลังปรับรายการของคุณให้เป็นปัจจุบัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/CustomerWindow.qml" />
      <source>Please ask at the counter.</source>
      <translation>กรุณาสอบถามที่เคาน์เตอร์</translation>
    </message>
  </context>
  <context>
    <name>CutForm</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>Angles in ° (may be empty)</source>
      <translation>มุมเป็นองศา (เว้นว่างได้)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>Choose a whole first</source>
      <translation>กรุณาเลือกถาดเต็มก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>Cut</source>
      <translation>ตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>Cut a whole</source>
      <translation>ตัดถาดเต็ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>Holding unit</source>
      <translation>ตู้เก็บ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>No whole in stock matches</source>
      <translation>ไม่พบถาดเต็มที่ตรงกันในสต็อก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>Portions</source>
      <translation>จำนวนชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>Presentation, 0 to 10 (may be empty)</source>
      <translation>รูปลักษณ์ 0 ถึง 10 (เว้นว่างได้)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>Quality score, 0 to 10 (may come later)</source>
      <translation>คะแนนคุณภาพ 0 ถึง 10 (ให้ภายหลังได้)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>Shelf / slot</source>
      <translation>ชั้น / ช่อง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>Tool</source>
      <translation>อุปกรณ์ตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>Way of cutting</source>
      <translation>วิธีตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>Weights in g (may be empty)</source>
      <translation>น้ำหนักเป็นกรัม (เว้นว่างได้)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/CutForm.qml" />
      <source>Whole</source>
      <translation>ถาดเต็ม</translation>
    </message>
  </context>
  <context>
    <name>CutSheet</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Cut %1</source>
      <translation>ตัด %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Cut now</source>
      <translation>ตัดเลย</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Give up</source>
      <translation>เลิกตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Good</source>
      <translation>ดี</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Later</source>
      <translation>ภายหลัง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Perfect</source>
      <translation>สมบูรณ์แบบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Place</source>
      <translation>ตำแหน่ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Portions</source>
      <translation>จำนวนชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Quality score</source>
      <translation>คะแนนคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Scan or type its code</source>
      <translation>สแกนหรือพิมพ์รหัส</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Shelf %1</source>
      <translation>ชั้น %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Start cutting</source>
      <translation>เริ่มตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Surface</source>
      <translation>พื้นผิว</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Tool</source>
      <translation>อุปกรณ์ตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Uneven</source>
      <translation>ไม่สม่ำเสมอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>Weigh and score</source>
      <translation>ชั่งและให้คะแนน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/CutSheet.qml" />
      <source>▲ No tool in the store suits this product. Ask the manager.</source>
      <translation>▲ ไม่มีอุปกรณ์ในร้านที่เหมาะกับสินค้านี้ โปรดถามผู้จัดการ</translation>
    </message>
  </context>
  <context>
    <name>DashboardPage</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/DashboardPage.qml" />
      <source>Loading today's figures …</source>
      <translation>กำลังโหลดตัวเลขของวันนี้ …</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/DashboardPage.qml" />
      <source>Nothing sold in these days</source>
      <translation>ยังไม่มียอดขายในช่วงวันเหล่านี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/DashboardPage.qml" />
      <source>Nothing sold yet today</source>
      <translation>วันนี้ยังไม่มียอดขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/DashboardPage.qml" />
      <source>Sales of the last 60 days (0 is today)</source>
      <translation>ยอดขาย 60 วันล่าสุด (0 คือวันนี้)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/DashboardPage.qml" />
      <source>Today by the hour</source>
      <translation>วันนี้รายชั่วโมง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/DashboardPage.qml" />
      <source>Today's figures did not load</source>
      <translation>โหลดตัวเลขของวันนี้ไม่สำเร็จ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/DashboardPage.qml" />
      <source>Try again</source>
      <translation>ลองอีกครั้ง</translation>
    </message>
  </context>
  <context>
    <name>DataTable</name>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/DataTable.qml" />
      <source>Nothing to show</source>
      <translation>ไม่มีรายการ</translation>
    </message>
  </context>
  <context>
    <name>DiscountLines</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/DiscountLines.qml" />
      <source>Discount on which line?</source>
      <translation>ลดราคารายการใด</translation>
    </message>
  </context>
  <context>
    <name>DiscountSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/DiscountSheet.qml" />
      <source>A second person has to approve this.</source>
      <translation>ต้องให้อีกคนหนึ่งอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/DiscountSheet.qml" />
      <source>Amount off</source>
      <translation>จำนวนที่ลด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/DiscountSheet.qml" />
      <source>Discount: %1</source>
      <translation>ส่วนลด: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/DiscountSheet.qml" />
      <source>Take it off</source>
      <translation>ลดราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/DiscountSheet.qml" />
      <source>Why</source>
      <translation>เหตุผล</translation>
    </message>
  </context>
  <context>
    <name>EquipmentForm</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>Code</source>
      <translation>รหัส</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>In use</source>
      <translation>การใช้งาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>Keep</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>Name of the surface</source>
      <translation>ชื่อพื้นผิว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>Name of the tool</source>
      <translation>ชื่ออุปกรณ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>New surface …</source>
      <translation>เพิ่มพื้นผิว …</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>New tool …</source>
      <translation>เพิ่มอุปกรณ์ …</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>Only for (none: for everything)</source>
      <translation>ใช้เฉพาะกับ (ไม่เลือก: ใช้ได้ทั้งหมด)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>Station</source>
      <translation>จุดทำงาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>Suits (one at least)</source>
      <translation>เหมาะกับ (อย่างน้อยหนึ่ง)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>Tap a row to change it.</source>
      <translation>แตะแถวเพื่อแก้ไข</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>in use</source>
      <translation>ใช้อยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/EquipmentForm.qml" />
      <source>retired</source>
      <translation>เลิกใช้</translation>
    </message>
  </context>
  <context>
    <name>FeedbackCard</name>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/FeedbackCard.qml" />
      <source>How do you like your food?</source>
      <translation>คุณชอบอาหารไหม</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/FeedbackCard.qml" />
      <source>May we ask you now and then how it was? You can say no at any time.</source>
      <translation>ขอสอบถามความเห็นเป็นครั้งคราวได้ไหม คุณปฏิเสธได้ทุกเมื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/FeedbackCard.qml" />
      <source>No</source>
      <translation>ไม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/FeedbackCard.qml" />
      <source>No, thank you</source>
      <translation>ไม่เป็นไร ขอบคุณ</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/FeedbackCard.qml" />
      <source>Was everything right with your order?</source>
      <translation>ออเดอร์ของคุณถูกต้องครบถ้วนไหม</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/FeedbackCard.qml" />
      <source>Yes</source>
      <translation>ใช่</translation>
    </message>
  </context>
  <context>
    <name>ForecastView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ForecastView.qml" />
      <source>No forecast to compare in this period</source>
      <translation>ไม่มีการคาดการณ์ให้เทียบในช่วงนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ForecastView.qml" />
      <source>The store keeps it when an hour begins; an hour counts once it is over.</source>
      <translation>ระบบเก็บการคาดการณ์ไว้เมื่อเริ่มชั่วโมง และนับชั่วโมงนั้นเมื่อจบแล้ว</translation>
    </message>
  </context>
  <context>
    <name>Format</name>
    <message>
      <location filename="../../app/ui/shared/format.py" />
      <source>1 day</source>
      <translation>1 วัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/format.py" />
      <source>{n} days</source>
      <translation>{n} วัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/ladder_plot.py" />
      <location filename="../../app/ui/manager/quality_page.py" />
      <location filename="../../app/ui/shared/format.py" />
      <source>{n} h</source>
      <translation>{n} ชม.</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/format.py" />
      <source>{n} h {m}</source>
      <translation>{n} ชม. {m} นาที</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/format.py" />
      <source>{n} min</source>
      <translation>{n} นาที</translation>
    </message>
  </context>
  <context>
    <name>Freshness</name>
    <message>
      <location filename="../../app/ui/shared/freshness_words.py" />
      <source>aging</source>
      <translation>เริ่มเก่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/freshness_words.py" />
      <source>expired</source>
      <translation>หมดเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/freshness_words.py" />
      <source>fresh</source>
      <translation>สด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/freshness_words.py" />
      <source>last call</source>
      <translation>ใกล้หมดเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/freshness_words.py" />
      <source>quality check demanded</source>
      <translation>ต้องตรวจคุณภาพก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/freshness_words.py" />
      <source>quality check overdue</source>
      <translation>เลยเวลาตรวจคุณภาพ</translation>
    </message>
  </context>
  <context>
    <name>GuestLineCard</name>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/GuestLineCard.qml" />
      <source>base %1</source>
      <translation>ราคาปกติ %1</translation>
    </message>
  </context>
  <context>
    <name>GuestOffer</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestOffer.qml" />
      <source>No</source>
      <translation>ไม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestOffer.qml" />
      <source>Points for this order?</source>
      <translation>รับคะแนนสำหรับออเดอร์นี้ไหม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestOffer.qml" />
      <source>Yes</source>
      <translation>ใช่</translation>
    </message>
  </context>
  <context>
    <name>GuestSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Ask me how it was</source>
      <translation>สอบถามความเห็นของฉันได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Ask, and tick only what the guest says yes to. It can be taken back at any time.</source>
      <translation>ถามลูกค้า แล้วเลือกเฉพาะข้อที่ลูกค้ายินยอม ถอนความยินยอมได้ทุกเมื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Card (may stay empty)</source>
      <translation>บัตร (เว้นว่างได้)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Keep my points and what I bought</source>
      <translation>เก็บคะแนนและรายการที่ฉันซื้อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Keep the points</source>
      <translation>เก็บคะแนนไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Keep this guest</source>
      <translation>บันทึกลูกค้านี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Name or nickname</source>
      <translation>ชื่อหรือชื่อเล่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>New guest</source>
      <translation>ลูกค้าใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Nobody found</source>
      <translation>ไม่พบลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Not this guest</source>
      <translation>ไม่ใช่ลูกค้าคนนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Paid with points: %1</source>
      <translation>จ่ายด้วยคะแนน: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Phone (may stay empty)</source>
      <translation>โทรศัพท์ (เว้นว่างได้)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Phone, card or name</source>
      <translation>โทรศัพท์ บัตร หรือชื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Tell me about offers</source>
      <translation>แจ้งข้อเสนอให้ฉันทราบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/GuestSheet.qml" />
      <source>Who is the guest?</source>
      <translation>ลูกค้าคือใคร</translation>
    </message>
  </context>
  <context>
    <name>GuestsSaid</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>About</source>
      <translation>เรื่อง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Band</source>
      <translation>ช่วง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>By</source>
      <translation>ตาม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>By week</source>
      <translation>รายสัปดาห์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Code</source>
      <translation>รหัส</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Complaint rates</source>
      <translation>อัตราการร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Complaints</source>
      <translation>ข้อร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Granted by</source>
      <translation>ผู้ให้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Left</source>
      <translation>คงเหลือ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>No vouchers</source>
      <translation>ไม่มีบัตรกำนัล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Nobody rated in the last 30 days</source>
      <translation>ไม่มีใครให้คะแนนใน 30 วันที่ผ่านมา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Nothing was served in the last 30 days</source>
      <translation>ไม่มีการเสิร์ฟใน 30 วันที่ผ่านมา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Order</source>
      <translation>ออเดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Per 100</source>
      <translation>ต่อ 100</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Portions</source>
      <translation>ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Rated</source>
      <translation>เวลาที่ให้คะแนน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Ratings</source>
      <translation>คะแนน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Served</source>
      <translation>เสิร์ฟแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Stars</source>
      <translation>ดาว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Valid until</source>
      <translation>ใช้ได้ถึง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Vouchers</source>
      <translation>บัตรกำนัล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsSaid.qml" />
      <source>Worth</source>
      <translation>มูลค่า</translation>
    </message>
  </context>
  <context>
    <name>GuestsView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Ask once how it was</source>
      <translation>สอบถามความเห็นหนึ่งครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Choose a guest</source>
      <translation>เลือกลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Erase</source>
      <translation>ลบข้อมูล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Export</source>
      <translation>ส่งออก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Guest</source>
      <translation>ลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Guest says yes</source>
      <translation>ลูกค้ายินยอม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Guests are here only because they said yes.</source>
      <translation>ที่นี่มีเฉพาะลูกค้าที่ให้ความยินยอมแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Marketing export</source>
      <translation>ส่งออกข้อมูลการตลาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>No purchases are kept</source>
      <translation>ไม่มีรายการซื้อที่เก็บไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Nobody found</source>
      <translation>ไม่พบลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Phone</source>
      <translation>โทรศัพท์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Phone, card or name</source>
      <translation>โทรศัพท์ บัตร หรือชื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Points</source>
      <translation>คะแนน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Portion, grade</source>
      <translation>ชิ้น, เกรด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Price</source>
      <translation>ราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>Take back</source>
      <translation>ถอนความยินยอม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>What</source>
      <translation>รายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/GuestsView.qml" />
      <source>When</source>
      <translation>เมื่อ</translation>
    </message>
  </context>
  <context>
    <name>HoursForm</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/HoursForm.qml" />
      <source>Analysis</source>
      <translation>บทวิเคราะห์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/HoursForm.qml" />
      <source>Author</source>
      <translation>ผู้เขียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/HoursForm.qml" />
      <source>Date of the analysis</source>
      <translation>วันที่ของบทวิเคราะห์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/HoursForm.qml" />
      <source>Market analysis: why guests pay more then</source>
      <translation>บทวิเคราะห์ตลาด: ทำไมลูกค้ายอมจ่ายแพงขึ้นในช่วงนั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/HoursForm.qml" />
      <source>Moves prices by (% of the base price; −10 % in slow hours)</source>
      <translation>ขยับราคา (% ของราคาฐาน; −10 % ในช่วงเงียบ)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/HoursForm.qml" />
      <source>Name</source>
      <translation>ชื่อ</translation>
    </message>
  </context>
  <context>
    <name>IdlePage</name>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/IdlePage.qml" />
      <source>Fresh now: every wedge is a real portion</source>
      <translation>สดใหม่ตอนนี้ ทุกชิ้นในภาพคือชิ้นจริง</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/IdlePage.qml" />
      <source>Welcome</source>
      <translation>ยินดีต้อนรับ</translation>
    </message>
  </context>
  <context>
    <name>IncidentsSection</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/IncidentsSection.qml" />
      <source>Block and report</source>
      <translation>ระงับและรายงาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/IncidentsSection.qml" />
      <source>Code of the portion or whole</source>
      <translation>รหัสของชิ้นหรือทั้งชิ้นใหญ่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/IncidentsSection.qml" />
      <source>No incidents</source>
      <translation>ไม่มีเหตุการณ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/IncidentsSection.qml" />
      <source>Release …</source>
      <translation>ปลดระงับ …</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/IncidentsSection.qml" />
      <source>Report one above, and everything that may be concerned is blocked at once.</source>
      <translation>รายงานด้านบน แล้วทุกอย่างที่อาจเกี่ยวข้องจะถูกระงับทันที</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/IncidentsSection.qml" />
      <source>What happened</source>
      <translation>เกิดอะไรขึ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/IncidentsSection.qml" />
      <source>released</source>
      <translation>ปลดระงับแล้ว</translation>
    </message>
  </context>
  <context>
    <name>InspectSheet</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/InspectSheet.qml" />
      <source>Core</source>
      <translation>แกนกลาง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/InspectSheet.qml" />
      <source>Record</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/InspectSheet.qml" />
      <source>Record: off sale</source>
      <translation>บันทึก: หยุดขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/InspectSheet.qml" />
      <source>Score</source>
      <translation>คะแนน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/InspectSheet.qml" />
      <source>Take another portion …</source>
      <translation>เอาชิ้นอื่น …</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/InspectSheet.qml" />
      <source>Take off sale</source>
      <translation>หยุดขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/InspectSheet.qml" />
      <source>What is wrong</source>
      <translation>มีปัญหาอะไร</translation>
    </message>
  </context>
  <context>
    <name>Kitchen</name>
    <message>
      <location filename="../../app/ui/kds/side.py" />
      <source> · about {n} sell in {time}</source>
      <translation> · จะขายอีกราว {n} ใน {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/header.py" />
      <source> · median {time}</source>
      <translation> · ค่ากลาง {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/side.py" />
      <source> · {n} lose their quality in {time}</source>
      <translation> · {n} ชิ้นจะด้อยคุณภาพใน {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/measures.py" />
      <source> · {n} to review</source>
      <translation> · รอตรวจ {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/side.py" />
      <source> · {wholes} uncut</source>
      <translation> · ยังไม่ตัด {wholes}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>A sibling failed: look at it before it goes out</source>
      <translation>ชิ้นอื่นในถาดเดียวกันไม่ผ่าน: ตรวจก่อนส่งมอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <location filename="../../app/ui/kds/safety_alarm.py" />
      <source>Act</source>
      <translation>ดำเนินการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>After cutting</source>
      <translation>หลังตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/board.py" />
      <source>All stations</source>
      <translation>ทุกสถานี</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/measures.py" />
      <source>Angle in °</source>
      <translation>มุม (°)</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/check_line.py" />
      <source>Another portion was chosen; the order keeps its place. Scan that one.</source>
      <translation>เลือกชิ้นใหม่แล้ว ออเดอร์ยังอยู่ลำดับเดิม สแกนชิ้นนั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/portion_check.py" />
      <source>Another product</source>
      <translation>คนละสินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>Backup mode, silent since {time}: entry missed at {due}, food blocked</source>
      <translation>โหมดสำรอง ไม่มีค่าตั้งแต่ {time}: ไม่ได้บันทึกตอน {due} อาหารถูกระงับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>Backup mode, silent since {time}: measure and sign by {due}</source>
      <translation>โหมดสำรอง ไม่มีค่าตั้งแต่ {time}: วัดและลงชื่อภายใน {due}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>Below the sale floor by now: do not serve it</source>
      <translation>คุณภาพต่ำกว่าเกณฑ์ขายแล้ว ห้ามเสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>Blocked: do not serve it</source>
      <translation>ถูกระงับ ห้ามเสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>By chance</source>
      <translation>สุ่มตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cards.py" />
      <source>Check the next one</source>
      <translation>ตรวจชิ้นถัดไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/safety_alarm.py" />
      <source>Checks</source>
      <translation>การตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>Counter</source>
      <translation>ทานที่ร้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/training_notice.py" />
      <source>Cut it without a score; they give it afterwards.</source>
      <translation>ตัดโดยไม่ให้คะแนน แล้วเขาจะให้คะแนนภายหลัง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>Cut one if you can. If not, tell the till: the refund is made there.</source>
      <translation>ตัดเพิ่มถ้าทำได้ ถ้าไม่ได้กรุณาแจ้งจุดขายให้คืนเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/portion_check.py" />
      <source>Cut otherwise</source>
      <translation>ตัดไม่ตรงแบบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>Cut {code} down to {size}: the other {rest} are waste</source>
      <translation>ตัด {code} ให้เหลือ {size} ส่วนที่เหลือ {rest} เป็นของเสีย</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/side_model.py" />
      <source>Cut {cut} · Remove {remove}</source>
      <translation>ตัด {cut} · นำออก {remove}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/inspect.py" />
      <location filename="../../app/ui/kds/portion_check.py" />
      <location filename="../../app/ui/kds/swap.py" />
      <location filename="../../app/ui/kds/why.py" />
      <source>Damaged</source>
      <translation>เสียหาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/clean.py" />
      <source>Dishwasher</source>
      <translation>เครื่องล้างจาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/inspect.py" />
      <location filename="../../app/ui/kds/portion_check.py" />
      <source>Dry edge</source>
      <translation>ขอบแห้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>Extend</source>
      <translation>ขยายเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/swap.py" />
      <source>Guest's wish</source>
      <translation>ลูกค้าขอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/check_actions.py" />
      <source>Guests are waiting</source>
      <translation>ลูกค้ากำลังรอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>Hand-over</source>
      <translation>ส่งมอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/clean.py" />
      <source>Hot water, 82 °C</source>
      <translation>น้ำร้อน 82 °C</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/swap.py" />
      <source>Instead of {code}: {name}</source>
      <translation>แทน {code}: {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>It has left the store. Nothing was written down.</source>
      <translation>ออกจากร้านไปแล้ว ไม่ได้บันทึกอะไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>It is {state} now. Nothing was written down: look again and decide anew.</source>
      <translation>ตอนนี้: {state} ไม่ได้บันทึกอะไร กรุณาตรวจและตัดสินใจใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/inspect.py" />
      <source>It leaves sale.</source>
      <translation>จะหยุดขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/check_line.py" />
      <source>It may be prepared.</source>
      <translation>เตรียมได้แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/unit_check.py" />
      <source>Its sensor is silent: measure inside it, then sign what you read.</source>
      <translation>เซ็นเซอร์เงียบ ให้วัดข้างในตู้แล้วลงชื่อค่าที่อ่านได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>Keep on hold</source>
      <translation>กันไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/check_actions.py" />
      <source>Keep {code} until {time}, once</source>
      <translation>เก็บ {code} ถึง {time} ได้ครั้งเดียว</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>Look</source>
      <translation>ตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/swap.py" />
      <source>Looks better</source>
      <translation>ดูดีกว่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/measures.py" />
      <source>Looks, 0 to 10</source>
      <translation>รูปลักษณ์ 0 ถึง 10</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>Make {size}: {parts}</source>
      <translation>ทำให้ได้ {size}: {parts}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <location filename="../../app/ui/kds/safety_alarm.py" />
      <source>Measure</source>
      <translation>วัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/safety_alarm.py" />
      <source>Measure and sign by {due}, else its food is blocked.</source>
      <translation>วัดและลงชื่อภายใน {due} มิฉะนั้นอาหารในตู้จะถูกระงับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/check_line.py" />
      <source>No order waits for {code}</source>
      <translation>ไม่มีออเดอร์ใดรอ {code}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/inspect.py" />
      <location filename="../../app/ui/kds/unit_check.py" />
      <location filename="../../app/ui/kds/verify.py" />
      <source>No thermometer reads that. Type what it shows.</source>
      <translation>ไม่มีเทอร์โมมิเตอร์ใดวัดได้ค่านี้ พิมพ์ค่าที่เครื่องแสดง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cut_job.py" />
      <source>No tool or surface has the code {code}.</source>
      <translation>ไม่มีอุปกรณ์หรือพื้นผิวที่ใช้รหัส {code}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>No {name} of that worth is free</source>
      <translation>ไม่มี {name} ที่เทียบเท่าว่างอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/swap.py" />
      <source>Not found</source>
      <translation>หาไม่เจอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/check_actions.py" />
      <source>Nothing else is ready</source>
      <translation>ไม่มีอย่างอื่นพร้อม</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/measures.py" />
      <source>Nothing measured</source>
      <translation>ยังไม่ได้วัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>Of a lower grade than was sold</source>
      <translation>เกรดต่ำกว่าที่ขายไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/portion_check.py" />
      <source>Order {number}: {name}</source>
      <translation>ออเดอร์ {number}: {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/verify.py" />
      <source>Outside the limits. It may not be served by anybody.</source>
      <translation>นอกเกณฑ์ ห้ามใครเสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/unit_check.py" />
      <source>Outside the limits. Measure once more, then sign what you read.</source>
      <translation>เกินเกณฑ์ที่กำหนด วัดอีกครั้งแล้วลงชื่อค่าที่อ่านได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>PAID BACK: do not serve. Tap when seen.</source>
      <translation>คืนเงินแล้ว: ห้ามเสิร์ฟ แตะเมื่อรับทราบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>Past its limit: do not serve it</source>
      <translation>เกินกำหนด ห้ามเสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>Press Replace for another portion, or look at it and score it anew.</source>
      <translation>กดเปลี่ยนเพื่อรับชิ้นอื่น หรือตรวจดูแล้วให้คะแนนใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>Press Replace on the item: it gets a fresh portion, this one is waste.</source>
      <translation>กด เปลี่ยนชิ้น ที่รายการ จะได้ชิ้นใหม่ ส่วนชิ้นนี้บันทึกเป็นของทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>Press Replace on the item: it gets another portion.</source>
      <translation>กดเปลี่ยนที่รายการ ระบบจะให้ชิ้นอื่นแทน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>Press Replace, or let the till ask whether the guest takes it for less.</source>
      <translation>กดเปลี่ยนชิ้น หรือให้แคชเชียร์ถามลูกค้าว่ารับในราคาที่ลดลงหรือไม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/check_line.py" />
      <source>Put it back and take the portion that stands on the card.</source>
      <translation>วางคืน แล้วหยิบชิ้นที่เขียนบนการ์ด</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>Put on display</source>
      <translation>วางในตู้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>Re-inspect {codes}: a guest complained</source>
      <translation>ตรวจซ้ำ {codes}: ลูกค้าร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cards.py" />
      <source>Replace first</source>
      <translation>เปลี่ยนชิ้นก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/clean.py" />
      <source>Sanitiser</source>
      <translation>น้ำยาฆ่าเชื้อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cards.py" />
      <source>Say why first</source>
      <translation>บอกเหตุผลก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/portion_check.py" />
      <source>Scan its label, or tap the code that stands on it.</source>
      <translation>สแกนป้าย หรือแตะรหัสที่อยู่บนป้าย</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>Score</source>
      <translation>ให้คะแนน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>Score it again</source>
      <translation>ให้คะแนนใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cards.py" />
      <source>Serve</source>
      <translation>เสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/safety_alarm.py" />
      <source>Serve nothing of it until somebody measures it and signs.</source>
      <translation>ห้ามเสิร์ฟอาหารในตู้นี้จนกว่าจะมีคนวัดและลงชื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/safety_alarm.py" />
      <source>Serve nothing of it. Corrective action by {due}.</source>
      <translation>ห้ามเสิร์ฟอาหารในตู้นี้ แก้ไขภายใน {due}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/safety_alarm.py" />
      <source>Serve nothing of it. The corrective action is overdue by {late}.</source>
      <translation>ห้ามเสิร์ฟอาหารในตู้นี้ การแก้ไขเกินกำหนดมา {late}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/inspect.py" />
      <location filename="../../app/ui/kds/portion_check.py" />
      <location filename="../../app/ui/kds/swap.py" />
      <location filename="../../app/ui/kds/why.py" />
      <source>Something else</source>
      <translation>อย่างอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/alarm.py" />
      <source>Sound is off</source>
      <translation>ปิดเสียงอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/alarm.py" />
      <source>Sound is on</source>
      <translation>เปิดเสียงอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>Table</source>
      <translation>โต๊ะ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>Take away</source>
      <translation>กลับบ้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cards.py" />
      <source>Take temperature</source>
      <translation>วัดอุณหภูมิ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/inspect.py" />
      <location filename="../../app/ui/kds/portion_check.py" />
      <location filename="../../app/ui/kds/why.py" />
      <source>Temperature</source>
      <translation>อุณหภูมิ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/verify.py" />
      <source>The cabinet has no good reading: take the core temperature.</source>
      <translation>ตู้ไม่มีค่าที่เชื่อถือได้ กรุณาวัดอุณหภูมิใจกลาง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/check_line.py" />
      <source>The manager knows. The till asks: money back, a new whole, or another.</source>
      <translation>ผู้จัดการทราบแล้ว แคชเชียร์จะถามลูกค้า: คืนเงิน ตัดถาดใหม่ หรือเปลี่ยนอย่างอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/portion_check.py" />
      <source>The right one. Does it look good, and is it as ordered?</source>
      <translation>ถูกชิ้นแล้ว ดูดีและตรงตามที่สั่งไหม</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/alarm.py" />
      <source>This computer has no sound</source>
      <translation>เครื่องนี้ไม่มีเสียง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/inspect.py" />
      <source>Too low to be sold: say what is wrong with it.</source>
      <translation>ต่ำเกินกว่าจะขาย: ระบุปัญหา</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/inspect.py" />
      <location filename="../../app/ui/kds/portion_check.py" />
      <location filename="../../app/ui/kds/why.py" />
      <source>Too old</source>
      <translation>เก่าเกินไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/inspect.py" />
      <location filename="../../app/ui/kds/portion_check.py" />
      <source>Uneven cut</source>
      <translation>ตัดไม่เท่ากัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>VOIDED: do not serve. Tap when seen.</source>
      <translation>ยกเลิกแล้ว ห้ามเสิร์ฟ แตะเมื่อเห็นแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cards.py" />
      <source>Verify all</source>
      <translation>ตรวจทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cards.py" />
      <source>Verify all &amp; serve</source>
      <translation>ตรวจทั้งหมดและเสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cards.py" />
      <source>Voided: seen</source>
      <translation>ยกเลิก: รับทราบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cards.py" />
      <source>Waiting for other station</source>
      <translation>รอสถานีอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/measures.py" />
      <source>Weight in g</source>
      <translation>น้ำหนัก (กรัม)</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/inspect.py" />
      <source>What is bad you can take off sale all the same.</source>
      <translation>อาหารที่ไม่ดี คุณยังนำออกจากการขายได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/portion_check.py" />
      <source>What is wrong with it? It goes on hold, another one is chosen.</source>
      <translation>มีปัญหาอะไร ชิ้นนี้จะถูกพักไว้และเลือกชิ้นใหม่ให้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/portion_check.py" />
      <source>Wishes impossible</source>
      <translation>ทำตามที่ขอไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/unit_check.py" />
      <location filename="../../app/ui/kds/verify.py" />
      <source>Within the limits.</source>
      <translation>อยู่ในเกณฑ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/training_notice.py" />
      <source>Your training ends on {day}: {kind}. Tell your manager.</source>
      <translation>การอบรมของคุณหมดอายุ {day}: {kind} กรุณาแจ้งผู้จัดการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/measures.py" />
      <source>aim for {score} and more</source>
      <translation>ควรได้ {score} ขึ้นไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>all of {code} ({weight})</source>
      <translation>{code} ทั้งชิ้น ({weight})</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/header.py" />
      <source>all tickets acknowledged</source>
      <translation>รับทราบทุกออเดอร์แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>below the grade sold: replace it or ask at the till</source>
      <translation>เกรดต่ำกว่าที่ขาย: เปลี่ยนชิ้นหรือถามที่แคชเชียร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>below the sale floor by now: replace it, or look at it</source>
      <translation>คุณภาพต่ำกว่าเกณฑ์ขายแล้ว: เปลี่ยนชิ้น หรือตรวจดูใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>blocked</source>
      <translation>ถูกระงับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>blocked: do not serve</source>
      <translation>ถูกระงับ ห้ามเสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/swap.py" />
      <source>cut {age} ago</source>
      <translation>ตัดเมื่อ {age} ที่แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>due {time}</source>
      <translation>ถึงเวลา {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>due {time}, overdue {late}</source>
      <translation>ถึงเวลา {time} เลยมา {late}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>found too poor: do not serve</source>
      <translation>คุณภาพต่ำเกินไป: ห้ามเสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>free</source>
      <translation>ว่าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/measures.py" />
      <source>good</source>
      <translation>ดี</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/measures.py" />
      <source>good · −{share} %</source>
      <translation>ดี · −{share} %</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>in an order</source>
      <translation>อยู่ในออเดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/clean.py" />
      <source>never sanitised</source>
      <translation>ยังไม่เคยฆ่าเชื้อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/control_points.py" />
      <source>no data for {time} since {since}</source>
      <translation>ไม่มีข้อมูล {time} ตั้งแต่ {since}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/control_points.py" />
      <source>no reading</source>
      <translation>ไม่มีค่าที่วัดได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/control_points.py" />
      <source>no reading for {age}</source>
      <translation>ไม่มีค่ามาแล้ว {age}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>no station</source>
      <translation>ไม่มีสถานี</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/measures.py" />
      <source>not possible</source>
      <translation>เป็นไปไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>past its limit: do not serve</source>
      <translation>เกินกำหนด ห้ามเสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cards.py" />
      <source>promise passed</source>
      <translation>เลยเวลาที่แจ้งไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>re-inspect: a guest complained about its lot</source>
      <translation>ตรวจซ้ำ: ลูกค้าร้องเรียนล็อตนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cards.py" />
      <source>ready by {time}</source>
      <translation>พร้อมภายใน {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cards.py" />
      <source>remake: first</source>
      <translation>ทำใหม่: ก่อนใคร</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/measures.py" />
      <source>review: {causes}</source>
      <translation>รอตรวจ: {causes}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>scan it, look at it</source>
      <translation>สแกนแล้วตรวจดู</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/measures.py" />
      <source>should be {angle}°</source>
      <translation>ควรเป็น {angle}°</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/measures.py" />
      <source>should be {grams} g</source>
      <translation>ควรหนัก {grams} กรัม</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>sold, to be handed over</source>
      <translation>ขายแล้ว รอส่งมอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>stands in for {code}: say why</source>
      <translation>แทน {code}: บอกเหตุผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/clean.py" />
      <source>surface</source>
      <translation>พื้นผิว</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>the guest waits: cut a new whole</source>
      <translation>ลูกค้ารออยู่: ตัดถาดใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/clean.py" />
      <source>tool</source>
      <translation>อุปกรณ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>twice as often: failed late today</source>
      <translation>ตรวจถี่ขึ้นสองเท่า: วันนี้มีชิ้นที่ไม่ผ่านหลังขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>twice as often: lost its grade today</source>
      <translation>ตรวจถี่ขึ้นสองเท่า: วันนี้เกรดตกหลังสั่ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>use in {left}</source>
      <translation>ใช้ภายใน {left}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>{codes} · off sale, limit {time}</source>
      <translation>{codes} · หยุดขาย หมดเวลา {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>{codes} · on hold, past its limit since {time}: waste it</source>
      <translation>{codes} · กันไว้ เกินขีดจำกัดตั้งแต่ {time}: ให้ทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>{codes} · past its limit since {time}: waste it</source>
      <translation>{codes} · เลยเวลาตั้งแต่ {time}: ทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>{codes} · score too low: waste it or score it again</source>
      <translation>{codes} · คะแนนต่ำเกินไป: ทิ้งหรือให้คะแนนใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>{code} has changed meanwhile</source>
      <translation>{code} เปลี่ยนไปแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/portion_check.py" />
      <source>{code} is another portion. Put it back and scan {own}.</source>
      <translation>{code} เป็นคนละชิ้น วางคืน แล้วสแกน {own}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/check_line.py" />
      <source>{code} is on hold</source>
      <translation>{code} ถูกพักไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/side.py" />
      <source>{code} passed its limit at {time}</source>
      <translation>{code} เกินกำหนดเมื่อ {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/side.py" />
      <source>{code} reaches its limit at {time}</source>
      <translation>{code} จะถึงกำหนดเมื่อ {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/check_line.py" />
      <source>{code} was verified already</source>
      <translation>{code} ตรวจแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/temperature_rows.py" />
      <source>{count} lots on hold: release or waste them</source>
      <translation>พักไว้ {count} ล็อต: ปล่อยหรือทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/safety_alarm.py" />
      <source>{count} more in Checks.</source>
      <translation>อีก {count} รายการในการตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/side.py" />
      <source>{left} left</source>
      <translation>เหลือ {left}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>{mark} Checks {due} · off sale {leaving}</source>
      <translation>{mark} ตรวจ {due} · หยุดขาย {leaving}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cut_job.py" />
      <source>{name} does not suit {product}, and no tool here does.</source>
      <translation>{name} ไม่เหมาะกับ {product} และที่นี่ไม่มีอุปกรณ์ที่เหมาะ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cut_job.py" />
      <source>{name} does not suit {product}. Suitable: {tools}</source>
      <translation>{name} ไม่เหมาะกับ {product} ใช้ได้: {tools}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cut_job.py" />
      <source>{name} is not for this food.</source>
      <translation>{name} ไม่ใช้กับอาหารนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/checks.py" />
      <source>{name} · {code}</source>
      <translation>{name} · {code}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/swap.py" />
      <source>{name}: {old} has to go first. Take {new} instead.</source>
      <translation>{name}: ต้องขาย {old} ก่อน ขอเอา {new} แทน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/why.py" />
      <source>{new} stands in for {old}: why?</source>
      <translation>{new} แทน {old}: เพราะอะไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/ticket_actions.py" />
      <source>{number} served · undo within {left} s</source>
      <translation>เสิร์ฟ {number} แล้ว · ยกเลิกได้ภายใน {left} วินาที</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/check_line.py" />
      <source>{n} in a row failed: {name}</source>
      <translation>ไม่ผ่านติดกัน {n} ชิ้น: {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/header.py" />
      <source>{n} not acknowledged</source>
      <translation>ยังไม่รับทราบ {n} ออเดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/measures.py" />
      <source>{n} of {all} measured</source>
      <translation>วัดแล้ว {n} จาก {all}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/header.py" />
      <source>{open} open · {portions} portions</source>
      <translation>ค้าง {open} ออเดอร์ · {portions} ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/temperature_rows.py" />
      <source>{temperature}, food blocked: corrective action by {due}</source>
      <translation>{temperature} อาหารถูกระงับ: แก้ไขภายใน {due}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/temperature_rows.py" />
      <source>{temperature}, food blocked: corrective action overdue {late}</source>
      <translation>{temperature} อาหารถูกระงับ: การแก้ไขเกินกำหนด {late}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/clean.py" />
      <source>{time} · {method} · {name}</source>
      <translation>{time} · {method} · {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/temperature_rows.py" />
      <source>{unit} was at {temperature}, too cold for it: look at it</source>
      <translation>{unit} อยู่ที่ {temperature} เย็นเกินไป: ตรวจดู</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/safety_alarm.py" />
      <source>{unit} was at {temperature}: its food is blocked</source>
      <translation>{unit} อยู่ที่ {temperature}: อาหารถูกระงับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/safety_alarm.py" />
      <source>{unit}: its sensor is silent since {time}</source>
      <translation>{unit}: เซ็นเซอร์ไม่ส่งค่าตั้งแต่ {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/safety_alarm.py" />
      <source>{unit}: nobody measured by {due}, its food is blocked</source>
      <translation>{unit}: ไม่มีใครวัดภายใน {due} อาหารถูกระงับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>{weight} from {code}</source>
      <translation>{weight} จาก {code}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/inspect.py" />
      <source>{what} · the curve says {score}</source>
      <translation>{what} · คาดว่าได้ {score}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>■ ON TIME</source>
      <translation>■ ทันเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>▲ LATE</source>
      <translation>▲ ล่าช้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/clean.py" />
      <source>▲ incident: sanitise before use</source>
      <translation>▲ มีเหตุการณ์: ฆ่าเชื้อก่อนใช้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/cut.py" />
      <source>▶ started {time} · {name}</source>
      <translation>▶ เริ่ม {time} · {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>◆ SOON</source>
      <translation>◆ ใกล้ถึงเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/clean.py" />
      <source>◆ carries {what}</source>
      <translation>◆ มี {what} ติดอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/clean.py" />
      <source>◆ used, no allergens</source>
      <translation>◆ ใช้แล้ว ไม่มีสารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/wording.py" />
      <source>● NEW</source>
      <translation>● ใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/clean.py" />
      <source>● clean</source>
      <translation>● สะอาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>✓ verified</source>
      <translation>✓ ตรวจแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/item.py" />
      <source>✓ verified {taken}</source>
      <translation>✓ ตรวจแล้ว {taken}</translation>
    </message>
  </context>
  <context>
    <name>KitchenFoot</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/KitchenFoot.qml" />
      <source>+%1 more</source>
      <translation>อีก %1 รายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/KitchenFoot.qml" />
      <source>◆ Review %1</source>
      <translation>◆ รอตรวจ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/KitchenFoot.qml" />
      <source>◆ Sanitise %1</source>
      <translation>◆ ฆ่าเชื้อ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/KitchenFoot.qml" />
      <source>● Clean</source>
      <translation>● สะอาด</translation>
    </message>
  </context>
  <context>
    <name>KitchenNotice</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/KitchenNotice.qml" />
      <source>Dismiss</source>
      <translation>ปิด</translation>
    </message>
  </context>
  <context>
    <name>KitchenWindow</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/KitchenWindow.qml" />
      <source>Not current: %1</source>
      <translation>ข้อมูลไม่เป็นปัจจุบัน: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/KitchenWindow.qml" />
      <source>Wedge kitchen</source>
      <translation>Wedge ครัว</translation>
    </message>
  </context>
  <context>
    <name>KpiView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/KpiView.qml" />
      <source>Nothing in this period</source>
      <translation>ไม่มีข้อมูลในช่วงนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/KpiView.qml" />
      <source>Period</source>
      <translation>ช่วงเวลา</translation>
    </message>
  </context>
  <context>
    <name>LadderPlot</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LadderPlot.qml" />
      <source>Age after the cut, at the temperature of its curve; without hours, offers and the pace of sale.</source>
      <translation>อายุหลังตัด ที่อุณหภูมิของเส้นคุณภาพ ไม่รวมช่วงเวลา ข้อเสนอ และความเร็วในการขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LadderPlot.qml" />
      <source>Expected quality over the age</source>
      <translation>คุณภาพที่คาดตามอายุ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LadderPlot.qml" />
      <source>Price over the age</source>
      <translation>ราคาตามอายุ</translation>
    </message>
  </context>
  <context>
    <name>LateSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LateSheet.qml" />
      <source>A second person has to approve this.</source>
      <translation>ต้องมีบุคคลที่สองอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LateSheet.qml" />
      <source>Another amount</source>
      <translation>จำนวนอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LateSheet.qml" />
      <source>Long wait: order %1</source>
      <translation>รอนาน: ออเดอร์ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LateSheet.qml" />
      <source>Nothing is waited for any more</source>
      <translation>ไม่มีรายการที่ต้องรอแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LateSheet.qml" />
      <source>Why</source>
      <translation>เหตุผล</translation>
    </message>
  </context>
  <context>
    <name>LeaveQuestion</name>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/LeaveQuestion.qml" />
      <source>Go on writing</source>
      <translation>พิมพ์ต่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/LeaveQuestion.qml" />
      <source>Leave it</source>
      <translation>ออก</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/LeaveQuestion.qml" />
      <source>Leave without keeping it?</source>
      <translation>ออกโดยไม่บันทึก?</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/LeaveQuestion.qml" />
      <source>What was typed here is lost then.</source>
      <translation>สิ่งที่พิมพ์ไว้จะหายไป</translation>
    </message>
  </context>
  <context>
    <name>LedgerPage</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LedgerPage.qml" />
      <source>Complaint</source>
      <translation>ร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LedgerPage.qml" />
      <source>No orders yet today</source>
      <translation>วันนี้ยังไม่มีออเดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LedgerPage.qml" />
      <source>No receipts yet today</source>
      <translation>วันนี้ยังไม่มีใบเสร็จ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LedgerPage.qml" />
      <source>Orders today</source>
      <translation>ออเดอร์วันนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LedgerPage.qml" />
      <source>Receipts today</source>
      <translation>ใบเสร็จวันนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LedgerPage.qml" />
      <source>Refund</source>
      <translation>คืนเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LedgerPage.qml" />
      <source>Refund an older receipt</source>
      <translation>คืนเงินใบเสร็จเก่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LedgerPage.qml" />
      <source>Reprint</source>
      <translation>พิมพ์ซ้ำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LedgerPage.qml" />
      <source>Settle</source>
      <translation>ตกลง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LedgerPage.qml" />
      <source>Settle order %1</source>
      <translation>ตกลงออเดอร์ %1 กับลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LedgerPage.qml" />
      <source>What order %1 contains</source>
      <translation>ส่วนผสมของออเดอร์ %1</translation>
    </message>
  </context>
  <context>
    <name>Legend</name>
    <message>
      <location filename="../../app/ui/shared/legend.py" />
      <source>Below {floor} a portion is not sold.</source>
      <translation>ต่ำกว่า {floor} ไม่ขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/legend.py" />
      <source>Chilled food is sold for at most {time} after cutting.</source>
      <translation>อาหารแช่เย็นขายได้ไม่เกิน {time} หลังตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/legend.py" />
      <source>Hot food is sold for at most {time} after cutting.</source>
      <translation>อาหารร้อนขายได้ไม่เกิน {time} หลังตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/legend.py" />
      <source>full price</source>
      <translation>ราคาเต็ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/legend.py" />
      <source>up to {share} less</source>
      <translation>ลดสูงสุด {share}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/legend.py" />
      <source>{low} and up</source>
      <translation>{low} ขึ้นไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/legend.py" />
      <source>{low} up to {high}</source>
      <translation>{low} ถึงก่อน {high}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/legend.py" />
      <source>{share} less</source>
      <translation>ลด {share}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/legend.py" />
      <source>{share} more</source>
      <translation>เพิ่ม {share}</translation>
    </message>
  </context>
  <context>
    <name>LegendSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LegendSheet.qml" />
      <source>Grades</source>
      <translation>เกรด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LegendSheet.qml" />
      <source>On a small wheel A is plain, B has one ring and C has two.</source>
      <translation>บนวงล้อเล็ก A เรียบ B มีวงหนึ่งวง C มีสองวง</translation>
    </message>
  </context>
  <context>
    <name>LinePieces</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LinePieces.qml" />
      <source>One less</source>
      <translation>ลดหนึ่ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LinePieces.qml" />
      <source>One more</source>
      <translation>เพิ่มหนึ่ง</translation>
    </message>
  </context>
  <context>
    <name>LineQuestions</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LineQuestions.qml" />
      <source>Ask again</source>
      <translation>ขออีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LineQuestions.qml" />
      <source>No</source>
      <translation>ไม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LineQuestions.qml" />
      <source>Something else</source>
      <translation>เลือกอย่างอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/LineQuestions.qml" />
      <source>Standard size</source>
      <translation>ขนาดมาตรฐาน</translation>
    </message>
  </context>
  <context>
    <name>LotSection</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LotSection.qml" />
      <source>A supplier's notice or a mix-up: the lot and all its portions name the allergen from then on. It cannot be taken back.</source>
      <translation>ผู้ขายแจ้งหรือปนกันผิด: ล็อตและทุกชิ้นจะระบุสารก่อภูมิแพ้นี้ตั้งแต่นั้น ยกเลิกภายหลังไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LotSection.qml" />
      <source>Add to the lot</source>
      <translation>เพิ่มในล็อต</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LotSection.qml" />
      <source>Block and report an incident</source>
      <translation>ระงับและแจ้งเหตุ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LotSection.qml" />
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LotSection.qml" />
      <source>Code of the portion or whole</source>
      <translation>รหัสของชิ้นหรือของทั้งก้อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LotSection.qml" />
      <source>Found in it</source>
      <translation>สิ่งที่พบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LotSection.qml" />
      <source>How it came to light</source>
      <translation>ทราบได้อย่างไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LotSection.qml" />
      <source>Look one up by the code on the whole or on any of its portions, also after it was sold.</source>
      <translation>ค้นด้วยรหัสบนก้อนหรือชิ้นใดก็ได้ แม้ขายไปแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LotSection.qml" />
      <source>Look up</source>
      <translation>ค้นหา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LotSection.qml" />
      <source>No lot is chosen</source>
      <translation>ยังไม่ได้เลือกล็อต</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/LotSection.qml" />
      <source>What it does</source>
      <translation>ผลที่จะเกิด</translation>
    </message>
  </context>
  <context>
    <name>MarginForm</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/MarginForm.qml" />
      <source>Least margin (% of the price)</source>
      <translation>กำไรขั้นต่ำ (% ของราคา)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/MarginForm.qml" />
      <source>Product</source>
      <translation>สินค้า</translation>
    </message>
  </context>
  <context>
    <name>MeasureSheet</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/MeasureSheet.qml" />
      <source>A good one has</source>
      <translation>ชิ้นที่ดีต้องมี</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/MeasureSheet.qml" />
      <source>Measure · %1</source>
      <translation>วัด · %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/MeasureSheet.qml" />
      <source>Next ›</source>
      <translation>ถัดไป ›</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/MeasureSheet.qml" />
      <source>Portion %1 · %2</source>
      <translation>ชิ้นที่ %1 · %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/MeasureSheet.qml" />
      <source>Same for all</source>
      <translation>เหมือนกันทุกชิ้น</translation>
    </message>
  </context>
  <context>
    <name>MenuView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/MenuView.qml" />
      <source>Category</source>
      <translation>หมวดหมู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/MenuView.qml" />
      <source>Choose a product to edit it</source>
      <translation>เลือกสินค้าที่ต้องการแก้ไข</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/MenuView.qml" />
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/MenuView.qml" />
      <source>New product</source>
      <translation>สินค้าใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/MenuView.qml" />
      <source>No product matches</source>
      <translation>ไม่พบสินค้าที่ตรง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/MenuView.qml" />
      <source>Price</source>
      <translation>ราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/MenuView.qml" />
      <source>Product</source>
      <translation>สินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/MenuView.qml" />
      <source>Product, category or status</source>
      <translation>สินค้า หมวดหมู่ หรือสถานะ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/MenuView.qml" />
      <source>Save</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/MenuView.qml" />
      <source>Status</source>
      <translation>สถานะ</translation>
    </message>
  </context>
  <context>
    <name>Notice</name>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/Notice.qml" />
      <source>Dismiss</source>
      <translation>ปิด</translation>
    </message>
  </context>
  <context>
    <name>NumberPad</name>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/NumberPad.qml" />
      <source>Clear</source>
      <translation>ล้าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/NumberPad.qml" />
      <source>Decimal point</source>
      <translation>จุดทศนิยม</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/NumberPad.qml" />
      <source>Erase</source>
      <translation>ลบ</translation>
    </message>
  </context>
  <context>
    <name>OfferCoupons</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferCoupons.qml" />
      <source>Codes are made once the offer is in force.</source>
      <translation>สร้างรหัสได้เมื่อข้อเสนอมีผลแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferCoupons.qml" />
      <source>How many codes</source>
      <translation>จำนวนรหัส</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferCoupons.qml" />
      <source>Last day</source>
      <translation>วันสุดท้าย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferCoupons.qml" />
      <source>Make codes</source>
      <translation>สร้างรหัส</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferCoupons.qml" />
      <source>Only with single codes</source>
      <translation>ใช้ได้เฉพาะรหัสแบบใช้ครั้งเดียว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferCoupons.qml" />
      <source>Only with this coupon</source>
      <translation>ใช้ได้เฉพาะกับคูปองนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferCoupons.qml" />
      <source>Orders it is good for (empty: any number)</source>
      <translation>ใช้ได้กี่ออร์เดอร์ (ว่าง: ไม่จำกัด)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferCoupons.qml" />
      <source>Orders per guest (empty: any number)</source>
      <translation>กี่ออร์เดอร์ต่อลูกค้า (ว่าง: ไม่จำกัด)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferCoupons.qml" />
      <source>Save as file</source>
      <translation>บันทึกเป็นไฟล์</translation>
    </message>
  </context>
  <context>
    <name>OfferForm</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>Adds to other offers</source>
      <translation>ใช้ร่วมกับข้อเสนออื่นได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>Amount off</source>
      <translation>ลดเป็นจำนวนเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>Amount off each portion</source>
      <translation>ลดต่อชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>Bundle</source>
      <translation>ชุดรวม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>Ends</source>
      <translation>สิ้นสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>How many portions</source>
      <translation>จำนวนชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>Loses at most</source>
      <translation>ขาดทุนได้ไม่เกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>May sell at a loss</source>
      <translation>ขายขาดทุนได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>Name, as guests read it</source>
      <translation>ชื่อที่ลูกค้าเห็น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>On which goods (none: all)</source>
      <translation>ใช้กับสินค้าใด (ไม่เลือก: ทั้งหมด)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>Only with so long to sell</source>
      <translation>เฉพาะเมื่อเหลือเวลาขายเท่านี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>Only with so many in stock</source>
      <translation>เฉพาะเมื่อมีสต็อกเท่านี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>Percent off</source>
      <translation>ลดเป็นเปอร์เซ็นต์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>Price of all together</source>
      <translation>ราคารวมทั้งชุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>Reason for the loss</source>
      <translation>เหตุผลของการขาดทุน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>Several for one price</source>
      <translation>หลายชิ้นในราคาเดียว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>What is in the bundle</source>
      <translation>ในชุดมีอะไรบ้าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfferForm.qml" />
      <source>What it gives</source>
      <translation>ให้อะไร</translation>
    </message>
  </context>
  <context>
    <name>Office</name>
    <message numerus="yes">
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>%n portion(s) no longer for guests who avoid {what}</source>
      <translation>
        <numerusform>%n ชิ้นจะไม่ขายให้ลูกค้าที่เลี่ยง {what}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_effects.py" />
      <source>({n} without)</source>
      <translation>(ไม่มีราคา {n})</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>0 s: only once</source>
      <translation>0 s คือครั้งเดียว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <source>1 complaint</source>
      <translation>1 ข้อร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <source>1 rating</source>
      <translation>1 คะแนน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <source>1 time made good</source>
      <translation>ชดเชย 1 ครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>100 % counts money as it is</source>
      <translation>100 % นับเงินตามจริง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>100 % is as many as expected</source>
      <translation>100 % คือเท่าที่คาดไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_board.py" />
      <location filename="../../app/ui/manager/revenue_board.py" />
      <source>28 days</source>
      <translation>28 วัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_board.py" />
      <source>60 days</source>
      <translation>60 วัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_board.py" />
      <location filename="../../app/ui/manager/revenue_board.py" />
      <source>7 days</source>
      <translation>7 วัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A bundle must cost less than its parts.</source>
      <translation>ชุดต้องถูกกว่าราคารวมของแต่ละชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A bundle names goods that are not sold.</source>
      <translation>ชุดมีสินค้าที่ไม่ได้ขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A bundle needs at least two goods.</source>
      <translation>ชุดต้องมีสินค้าอย่างน้อยสองอย่าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>A cabinet is amber within</source>
      <translation>ตู้เป็นสีเหลืองเมื่อห่าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>A cake portion may be off by</source>
      <translation>ชิ้นเค้กคลาดเคลื่อนได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>A cashier pays back of one order</source>
      <translation>แคชเชียร์คืนเงินต่อหนึ่งออเดอร์ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>A cashier takes off at most</source>
      <translation>แคชเชียร์ลดได้ไม่เกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A cashier's discount may not exceed the cap.</source>
      <translation>ส่วนลดของแคชเชียร์ต้องไม่เกินเพดาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>A check is overdue after</source>
      <translation>การตรวจเลยกำหนดหลัง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>A complaint is looked into within</source>
      <translation>ตรวจสอบเรื่องร้องเรียนภายใน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>A correction is proposed after inspections</source>
      <translation>เสนอปรับเส้นหลังตรวจกี่ครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>A corrective action is due after</source>
      <translation>ต้องแก้ไขให้เสร็จภายใน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_form.py" />
      <source>A day as 2026-11-22</source>
      <translation>พิมพ์วันเป็น 2026-11-22</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>A failure is looked into within</source>
      <translation>ตรวจสอบเมื่อไม่ผ่านภายใน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A fall is more than 0 and at most 100 %.</source>
      <translation>การลดลงต้องมากกว่า 0 และไม่เกิน 100 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>A fall to review from</source>
      <translation>ทบทวนเมื่อลดลงตั้งแต่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>A frequent guest from visits</source>
      <translation>เป็นลูกค้ามาบ่อยตั้งแต่กี่ครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>A goodwill voucher is valid for</source>
      <translation>บัตรกำนัลใช้ได้นาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>A goodwill voucher is worth at most</source>
      <translation>บัตรชดเชยมีมูลค่าสูงสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A grade's factor goes further than the cap allows.</source>
      <translation>ตัวคูณของเกรดเกินเพดาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>A grant is good for</source>
      <translation>คำอนุมัติใช้ได้นาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_alerts.py" />
      <source>A guest complains</source>
      <translation>ลูกค้าร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>A guest is invited to say something every</source>
      <translation>ชวนลูกค้าให้ความเห็นทุก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_alerts.py" />
      <source>A guest still waits to be made good</source>
      <translation>ลูกค้ายังรอการชดเชย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>A guest's preference is at least</source>
      <translation>ความชอบของลูกค้าตั้งแต่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>A guest's preference needs portions</source>
      <translation>จำนวนชิ้นที่ต้องมีจึงนับเป็นความชอบของลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>A guest's profile looks back</source>
      <translation>ข้อมูลลูกค้ามองย้อนหลัง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>A hold is prolonged once by</source>
      <translation>ยืดเวลาจองได้หนึ่งครั้ง ครั้งละ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>A hold lasts (1 to 15 min)</source>
      <translation>กันสินค้าไว้นาน (1 ถึง 15 นาที)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A hold lasts from 1 to 15 minutes.</source>
      <translation>กันสินค้าไว้ได้ตั้งแต่ 1 ถึง 15 นาที</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>A late ticket sounds again after</source>
      <translation>ออเดอร์ช้าส่งเสียงอีกหลัง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A loss needs a person and a reason.</source>
      <translation>การขายขาดทุนต้องมีผู้อนุมัติและเหตุผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>A median needs hand-overs</source>
      <translation>ค่ากลางต้องมีการส่งมอบอย่างน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>A missing price is corrected within</source>
      <translation>แก้ราคาที่ขาดภายใน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A number here must not be below 0.</source>
      <translation>ตัวเลขนี้ต้องไม่ต่ำกว่า 0</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A number of portions is beyond the limits.</source>
      <translation>จำนวนชิ้นเกินเกณฑ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>A portion's label is scanned before it is prepared</source>
      <translation>สแกนป้ายของชิ้นก่อนเตรียม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A price must rest for at least 15 minutes.</source>
      <translation>ราคาต้องคงที่อย่างน้อย 15 นาที</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>A price rests for</source>
      <translation>ราคาคงที่นาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/hours_form.py" />
      <source>A product no longer sold</source>
      <translation>สินค้าที่เลิกขายแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_choices.py" />
      <source>A product of its own</source>
      <translation>สินค้าของตัวเอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A product's margin floor lies above its highest price.</source>
      <translation>ราคาต่ำสุดตามกำไรสูงกว่าราคาสูงสุดของสินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>A question waits for</source>
      <translation>คำขอรอได้นาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>A reading holds for</source>
      <translation>ค่าที่วัดใช้ได้นาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>A recovery task goes to the manager after</source>
      <translation>งานแก้ไขส่งถึงผู้จัดการหลังจาก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>A refund makes the coupon good again</source>
      <translation>คืนเงินแล้วใช้คูปองได้อีก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>A regular guest from visits</source>
      <translation>เป็นลูกค้าประจำตั้งแต่กี่ครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>A removal is announced in the last</source>
      <translation>แจ้งก่อนนำออกในช่วงท้าย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A role cannot be cashier and manager at once.</source>
      <translation>บทบาทเดียวเป็นทั้งแคชเชียร์และผู้จัดการไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_page.py" />
      <source>A rule on the page Rules says so (checks).</source>
      <translation>กำหนดไว้ในหน้ากฎ (การตรวจ)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A safety limit may be tightened, never relaxed.</source>
      <translation>เกณฑ์ความปลอดภัยเข้มขึ้นได้ ผ่อนไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A sell-by step goes further than the cap allows.</source>
      <translation>ขั้นลดราคาก่อนหมดเวลาขายเกินเพดานที่กำหนด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>A served ticket can come back for</source>
      <translation>เรียกออเดอร์ที่เสิร์ฟแล้วคืนได้ภายใน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_preview.py" />
      <source>A shorter limit after cutting holds at once for what is cut already; a longer one only for later cuts.</source>
      <translation>ขีดจำกัดหลังตัดที่สั้นลงมีผลทันทีกับชิ้นที่ตัดไว้แล้ว ส่วนที่ยาวขึ้นมีผลเฉพาะกับการตัดครั้งต่อไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_alerts.py" />
      <source>A signed check was missed: {units}</source>
      <translation>พลาดการตรวจที่ต้องลงชื่อ: {units}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>A slice may be off by</source>
      <translation>ชิ้นสามเหลี่ยมคลาดเคลื่อนได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>A step is checked within</source>
      <translation>ตรวจแต่ละขั้นภายใน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A step of the pace takes off more than everything.</source>
      <translation>ขั้นหนึ่งของความเร็วลดเกินกว่าทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A step takes off more than everything, or adds.</source>
      <translation>ขั้นนี้ลดเกินราคาทั้งหมดหรือเพิ่มราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A surcharge needs its market analysis.</source>
      <translation>การเพิ่มราคาต้องมีผลวิเคราะห์ตลาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>A thermometer's clock may be ahead by</source>
      <translation>นาฬิกาเครื่องวัดเดินเร็วได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>A ticket is amber from</source>
      <translation>ออเดอร์เป็นสีเหลืองตั้งแต่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>A ticket stays marked as new for</source>
      <translation>ออร์เดอร์แสดงว่าใหม่เป็นเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A time window moves prices further than the cap.</source>
      <translation>ช่วงเวลานี้เปลี่ยนราคาเกินเพดาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A time window never begins.</source>
      <translation>ช่วงเวลานี้ไม่มีวันเริ่ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>A training counts for</source>
      <translation>การอบรมมีผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>A training that ends is announced</source>
      <translation>แจ้งการอบรมที่จะหมดอายุ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>A weight must be from 0 to 100.</source>
      <translation>น้ำหนักต้องอยู่ระหว่าง 0 ถึง 100</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>A whole by the portion brings at least</source>
      <translation>ชิ้นเต็มที่ตัดแบ่งขายต้องได้อย่างน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Above other shops' mean at most</source>
      <translation>สูงกว่าค่าเฉลี่ยร้านอื่นได้ไม่เกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Add at least one way of cutting.</source>
      <translation>เพิ่มวิธีตัดอย่างน้อยหนึ่งวิธี</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_prices.py" />
      <source>Adopted</source>
      <translation>นำมาใช้แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>After a replacement the guest is told to come later by</source>
      <translation>หลังเปลี่ยนชิ้น แจ้งลูกค้าให้รอเพิ่มอีก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <source>Age when served</source>
      <translation>อายุตอนเสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <source>Alarm</source>
      <translation>แจ้งเตือน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/stock_page.py" />
      <source>All</source>
      <translation>ทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>All amounts in {currency}.</source>
      <translation>จำนวนเงินทั้งหมดเป็น{currency}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>All products</source>
      <translation>สินค้าทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>All reasons</source>
      <translation>ทุกเหตุผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>Allergen incident</source>
      <translation>เหตุสารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Allergens</source>
      <translation>สารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Allergens are named as us or eu.</source>
      <translation>เรียกสารก่อภูมิแพ้แบบ us หรือ eu</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Allergens named as</source>
      <translation>เรียกชื่อสารก่อภูมิแพ้แบบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <source>Also stated</source>
      <translation>ระบุเพิ่มเติม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Alternatives shown at most</source>
      <translation>แสดงตัวเลือกแทนไม่เกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Alternatives within ± of the price</source>
      <translation>ทางเลือกที่ราคาต่างไม่เกิน ±</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>Amount off</source>
      <translation>ลดเป็นจำนวนเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/staff_editor.py" />
      <source>An administrator keeps managers and administrators; nobody changes their own role. Nothing was changed.</source>
      <translation>ผู้ดูแลระบบเป็นผู้จัดการบัญชีของผู้จัดการและผู้ดูแลระบบ และไม่มีใครเปลี่ยนหน้าที่ของตนเองได้ ไม่มีการเปลี่ยนแปลง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>An improvement is done within</source>
      <translation>ปรับปรุงให้เสร็จภายใน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>An incident is answered within</source>
      <translation>ตอบสนองต่อเหตุการณ์ภายใน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>An offer at a loss stands alone.</source>
      <translation>ข้อเสนอที่ขาดทุนใช้ร่วมกับอย่างอื่นไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>An offer ends before it begins.</source>
      <translation>ข้อเสนอสิ้นสุดก่อนเริ่ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>An offer for several needs at least two.</source>
      <translation>ข้อเสนอหลายชิ้นต้องมีอย่างน้อยสองชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>An offer goes further than the cap allows.</source>
      <translation>ข้อเสนอเกินเพดาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>An offer needs a name for the receipt.</source>
      <translation>ข้อเสนอต้องมีชื่อสำหรับใบเสร็จ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>An offer never begins.</source>
      <translation>ข้อเสนอไม่มีวันเริ่ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>An offer over several goods stands alone.</source>
      <translation>ข้อเสนอหลายสินค้าใช้ร่วมกับอย่างอื่นไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>An offer would sell below cost.</source>
      <translation>ข้อเสนอจะขายต่ำกว่าทุน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>An offer's amount must be above 0.</source>
      <translation>จำนวนเงินของข้อเสนอต้องมากกว่า 0</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>An offer's condition can never hold.</source>
      <translation>เงื่อนไขของข้อเสนอเป็นจริงไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>An offer's share must be above 0, up to 100 %.</source>
      <translation>สัดส่วนของข้อเสนอต้องมากกว่า 0 ถึง 100 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/equipment_editor.py" />
      <source>Another code, please</source>
      <translation>โปรดใช้รหัสอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/staff_editor.py" />
      <source>Another person has to change this</source>
      <translation>ต้องให้คนอื่นเป็นผู้แก้ไข</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_form.py" />
      <source>Another person has to write down your own training</source>
      <translation>คนอื่นต้องเป็นผู้บันทึกการอบรมของคุณ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_curves.py" />
      <source>Another recipe</source>
      <translation>เปลี่ยนสูตร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Another way gives as many.</source>
      <translation>มีวิธีอื่นที่ได้จำนวนเท่ากัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_choices.py" />
      <source>Any that suits</source>
      <translation>อุปกรณ์ใดก็ได้ที่เหมาะ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Approvals</source>
      <translation>การอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/approvals_page.py" />
      <source>Approved and used</source>
      <translation>อนุมัติและใช้แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>Approved by</source>
      <translation>อนุมัติโดย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/approvals_page.py" />
      <source>Approved, not used</source>
      <translation>อนุมัติแล้ว ยังไม่ใช้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>As of {time}.</source>
      <translation>ณ เวลา {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>At a loss up to {amount}: {reason} ({who})</source>
      <translation>ขาดทุนได้ถึง {amount}: {reason} ({who})</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/curve_words.py" />
      <source>At a temperature of</source>
      <translation>ที่อุณหภูมิ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>At most 100 %.</source>
      <translation>ไม่เกิน 100 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>At most 12 lines of 80 characters.</source>
      <translation>ไม่เกิน 12 ข้อ ข้อละ 80 ตัวอักษร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>At most 2 hours.</source>
      <translation>ไม่เกิน 2 ชั่วโมง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>At most 200 characters.</source>
      <translation>ไม่เกิน 200 ตัวอักษร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>At most 72 hours: the safety limit.</source>
      <translation>ไม่เกิน 72 ชั่วโมง ตามขีดจำกัดความปลอดภัย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>At the highest risk, intervals shrink to</source>
      <translation>เมื่อเสี่ยงสุด ช่วงตรวจเหลือ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Available</source>
      <translation>พร้อมขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/terminal_rows.py" />
      <source>Back office</source>
      <translation>หลังร้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rules_page.py" />
      <source>Back to what held before version {n}</source>
      <translation>กลับไปใช้ก่อนรุ่น {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Backup mode without a reading for</source>
      <translation>เข้าโหมดสำรองเมื่อไม่มีค่านาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Backup mode, no readings</source>
      <translation>โหมดสำรอง ไม่มีค่าที่อ่านได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/temperature_alert.py" />
      <source>Backup mode: {units}</source>
      <translation>โหมดสำรอง: {units}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_form.py" />
      <source>Before the first day</source>
      <translation>ก่อนวันแรก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Below its cost.</source>
      <translation>ต่ำกว่าต้นทุน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/curve_words.py" />
      <source>Bend of the curve</source>
      <translation>ความโค้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <source>Blocked</source>
      <translation>ระงับแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <source>Blocked lots: {lots}</source>
      <translation>ล็อตที่ระงับ: {lots}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Bought together at least</source>
      <translation>ซื้อด้วยกันอย่างน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>Bundle</source>
      <translation>ชุดรวม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>By cause</source>
      <translation>ตามสาเหตุ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>By day</source>
      <translation>ตามวัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>By person</source>
      <translation>ตามพนักงาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>By person and product</source>
      <translation>ตามคนและสินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>By product</source>
      <translation>ตามสินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>By reason</source>
      <translation>ตามเหตุผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>By rule</source>
      <translation>ตามกฎ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>By station</source>
      <translation>ตามสถานี</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>By the portion</source>
      <translation>ขายแบ่งชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Called “aging” from</source>
      <translation>เรียกว่า “เริ่มเก่า” ตั้งแต่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Called “last call” from</source>
      <translation>เรียกว่า “โอกาสสุดท้าย” ตั้งแต่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_lines.py" />
      <source>Came back</source>
      <translation>รับคืน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Cash, net</source>
      <translation>เงินสดสุทธิ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>Category</source>
      <translation>หมวด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>Cause</source>
      <translation>สาเหตุ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <source>Checked, the rest is safe</source>
      <translation>ตรวจแล้ว ส่วนที่เหลือปลอดภัย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_page.py" />
      <source>Checks are signed without training</source>
      <translation>ลงชื่อการตรวจได้โดยไม่ต้องอบรม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>Checks made in time</source>
      <translation>ตรวจทันเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>Checks made in time, at least</source>
      <translation>ตรวจทันเวลา อย่างน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Choice of portions</source>
      <translation>การเลือกชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Choose a category.</source>
      <translation>เลือกหมวดหมู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Choose what it contains, or None.</source>
      <translation>เลือกส่วนผสมที่มี หรือเลือก ไม่มี</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Clean between any two categories</source>
      <translation>ทำความสะอาดเมื่อเปลี่ยนหมวดใด ๆ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Cold food at most</source>
      <translation>อาหารเย็นไม่เกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Cold food is looked at every</source>
      <translation>ตรวจอาหารเย็นทุก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Cold food leaves sale before its limit by</source>
      <translation>เลิกขายอาหารเย็นก่อนหมดเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Cold food may be too warm for</source>
      <translation>อาหารเย็นอุ่นเกินได้นาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Cold, after cutting, at most</source>
      <translation>อาหารเย็นหลังตัด ไม่เกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Coldest that can be true</source>
      <translation>ค่าเย็นสุดที่เป็นไปได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Compare stock with the demand of the next</source>
      <translation>เทียบของที่มีกับความต้องการใน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>Complaint: food</source>
      <translation>ร้องเรียน: อาหาร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>Complaint: price</source>
      <translation>ร้องเรียน: ราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>Complaint: service</source>
      <translation>ร้องเรียน: บริการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>Complaints</source>
      <translation>ข้อร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Complaints counted by age</source>
      <translation>นับเรื่องร้องเรียนตามอายุ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <source>Complaints settled in</source>
      <translation>ปิดเรื่องร้องเรียนภายใน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <location filename="../../app/ui/manager/kpi_tables.py" />
      <source>Conversion yield</source>
      <translation>อัตราได้ชิ้นจากการตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_tasks.py" />
      <source>Correct the price</source>
      <translation>แก้ไขราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Corrective action</source>
      <translation>การแก้ไข</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Cost</source>
      <translation>ต้นทุน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Counted in units of</source>
      <translation>หน่วยนับที่ตัดแบ่งได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/curve_words.py" />
      <source>Course of the fall</source>
      <translation>ลักษณะการลดลง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/terminal_rows.py" />
      <source>Customer display</source>
      <translation>จอลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>Cut by</source>
      <translation>ผู้ตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>Cut for an order</source>
      <translation>ตัดสำหรับออร์เดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/stock_tasks.py" />
      <source>Cut into {n} portions</source>
      <translation>ตัดแล้ว {n} ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/stock_tasks.py" />
      <source>Cut into {n} portions: not for sale before a quality score</source>
      <translation>ตัดเป็น {n} ชิ้น: ยังขายไม่ได้จนกว่าจะมีคะแนนคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_lines.py" />
      <source>Cut off for a guest's size</source>
      <translation>ตัดทิ้งตามขนาดที่ลูกค้าสั่ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>Cut with</source>
      <translation>ตัดด้วย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>Cutting a whole takes</source>
      <translation>ตัดทั้งถาดใช้เวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Damaged</source>
      <translation>เสียหาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>Day</source>
      <translation>วัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Days behind the profile over the hours</source>
      <translation>จำนวนวันที่ใช้ดูรูปแบบรายชั่วโมง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Days compared with as many before</source>
      <translation>จำนวนวันที่เทียบกับจำนวนวันเท่ากันก่อนหน้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Days of history needed; below it weekday means</source>
      <translation>วันที่ต้องมีข้อมูล น้อยกว่านี้ใช้ค่าเฉลี่ยตามวันในสัปดาห์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Days of history read</source>
      <translation>จำนวนวันย้อนหลังที่อ่าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/reviews_page.py" />
      <source>Decided</source>
      <translation>ตัดสินแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Difference</source>
      <translation>ผลต่าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Discount by hand as a cashier</source>
      <translation>ลดราคาด้วยมือในฐานะแคชเชียร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Discount by hand as a manager</source>
      <translation>ลดราคาด้วยมือในฐานะผู้จัดการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>Discounts</source>
      <translation>ส่วนลด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Discounts by hand</source>
      <translation>ส่วนลดด้วยมือ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_tasks.py" />
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Done</source>
      <translation>เสร็จแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Doubt about a new curve</source>
      <translation>ความไม่แน่ใจในเส้นโค้งใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Doubt about few orders</source>
      <translation>ความระวังเมื่อออเดอร์ยังน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Dropped</source>
      <translation>ตกหล่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>EU and UK: 14 allergens</source>
      <translation>EU และสหราชอาณาจักร: 14 ชนิด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>Each</source>
      <translation>ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Each product has one margin of its own, below 100 %.</source>
      <translation>สินค้าแต่ละอย่างมีกำไรขั้นต่ำเดียว ต่ำกว่า 100 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Effect written down</source>
      <translation>บันทึกผลแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_page.py" />
      <source>Ended, or ends within {n} days</source>
      <translation>หมดอายุแล้ว หรือจะหมดภายใน {n} วัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Equipment</source>
      <translation>อุปกรณ์ขัดข้อง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>Escalated: nobody has put it right</source>
      <translation>ยกระดับแล้ว: ยังไม่มีใครแก้ไข</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>Escalated: nobody has put it right, order {number}</source>
      <translation>ส่งต่อแล้ว: ยังไม่มีใครแก้ไข ออเดอร์ {number}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/equipment_editor.py" />
      <source>Every kitchen screen knows it now.</source>
      <translation>ทุกจอในครัวทราบแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/staff_editor.py" />
      <source>Every screen knows it now.</source>
      <translation>ทุกหน้าจอรับทราบแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Every weight is 0: nothing would decide the choice.</source>
      <translation>น้ำหนักทุกตัวเป็น 0 จึงไม่มีอะไรตัดสินการเลือก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/stock_page.py" />
      <source>Everything</source>
      <translation>ทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guests_page.py" />
      <source>Everything that says who this guest is will be erased.</source>
      <translation>ข้อมูลทุกอย่างที่บอกว่าลูกค้าคนนี้คือใครจะถูกลบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Expected demand</source>
      <translation>ความต้องการที่คาดไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Factor in last call</source>
      <translation>ตัวคูณช่วงสุดท้ายก่อนหมดอายุ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Factor of each grade</source>
      <translation>ตัวคูณของแต่ละเกรด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Factor of grade A</source>
      <translation>ตัวคูณของเกรด A</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Factor of grade B</source>
      <translation>ตัวคูณของเกรด B</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Factor of grade C</source>
      <translation>ตัวคูณของเกรด C</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>Failed</source>
      <translation>ไม่ผ่าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Failed after the check, per day</source>
      <translation>ไม่ผ่านหลังตรวจแล้ว ต่อวัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/failure_alert.py" />
      <source>Failed its check: {names}</source>
      <translation>ตรวจไม่ผ่าน: {names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>Failed portions of one item that call a manager</source>
      <translation>จำนวนชิ้นที่ไม่ผ่านของรายการหนึ่งซึ่งจะเรียกผู้จัดการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/places_page.py" />
      <source>Failed, is tried again.</source>
      <translation>ไม่สำเร็จ กำลังลองใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <source>False alarm: nothing was found</source>
      <translation>แจ้งเตือนผิด: ไม่พบอะไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Far too large.</source>
      <translation>มากเกินไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>Fetching from a display takes</source>
      <translation>เวลาหยิบจากตู้โชว์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>Fetching from the chilled store takes</source>
      <translation>เวลาหยิบจากห้องเย็น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>Fetching from the freezer takes</source>
      <translation>เวลาหยิบจากช่องแช่แข็ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>Food</source>
      <translation>อาหาร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>Food and order</source>
      <translation>อาหารและบริการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Food would leave sale before it is cut.</source>
      <translation>อาหารจะเลิกขายก่อนถูกตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard_parts.py" />
      <source>Forecast</source>
      <translation>การคาดการณ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Freshness</source>
      <translation>ความสด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>From 0 to 10.</source>
      <translation>ตั้งแต่ 0 ถึง 10</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>From 0 to 10: one for all, or one each.</source>
      <translation>ตั้งแต่ 0 ถึง 10: ค่าเดียวสำหรับทั้งหมด หรือชิ้นละค่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/probes_page.py" />
      <source>From 0 to 5 °C.</source>
      <translation>ตั้งแต่ 0 ถึง 5 °C</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>From 1 to 100 % of the standard.</source>
      <translation>1 ถึง 100 % ของมาตรฐาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>From 1 to 200.</source>
      <translation>ตั้งแต่ 1 ถึง 200</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>From 1 to 360°: one for all, or one each.</source>
      <translation>ตั้งแต่ 1 ถึง 360°: ค่าเดียวสำหรับทั้งหมด หรือชิ้นละค่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>From 100 to 1000 % of the standard.</source>
      <translation>100 ถึง 1000 % ของมาตรฐาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>From 2 to 16, and not more than the way of cutting allows.</source>
      <translation>ตั้งแต่ 2 ถึง 16 และไม่เกินที่วิธีตัดกำหนด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>From 2 to 16; more or less needs another person's consent.</source>
      <translation>ตั้งแต่ 2 ถึง 16 หากมากหรือน้อยกว่านี้ต้องมีอีกคนอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_page.py" />
      <source>From the first record on only those with valid training do. Write down everybody's before the next shift.</source>
      <translation>เมื่อมีบันทึกแรก เฉพาะผู้ที่การอบรมยังไม่หมดอายุเท่านั้นที่ลงชื่อได้ กรุณาบันทึกของทุกคนก่อนกะถัดไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Given back for a long wait without a manager</source>
      <translation>คืนเงินเพราะรอนานโดยไม่ต้องมีผู้จัดการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>Good of expected</source>
      <translation>ได้จริงจากที่คาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Grade A from</source>
      <translation>เกรด A ตั้งแต่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Grade B from</source>
      <translation>เกรด B ตั้งแต่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Grade C from</source>
      <translation>เกรด C ตั้งแต่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <source>Grade at sale</source>
      <translation>เกรดตอนขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Grades and sale floor</source>
      <translation>เกรดและคะแนนขั้นต่ำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Guests and their display</source>
      <translation>ลูกค้าและจอของลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Hot display at most</source>
      <translation>ตั้งโชว์ร้อนไม่เกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Hot food at least</source>
      <translation>อาหารร้อนอย่างน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Hot food is looked at every</source>
      <translation>ตรวจอาหารร้อนทุก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Hot food leaves sale before its limit by</source>
      <translation>เลิกขายอาหารร้อนก่อนหมดเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Hot food may be too cool for</source>
      <translation>อาหารร้อนเย็นเกินได้นาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Hottest that can be true</source>
      <translation>ค่าร้อนสุดที่เป็นไปได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/prices_page.py" />
      <source>Hours</source>
      <translation>ช่วงเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/coupon_codes.py" />
      <source>How many codes, from 1 to 5000?</source>
      <translation>กี่รหัส ตั้งแต่ 1 ถึง 5000?</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Idle wheels are drawn every</source>
      <translation>วาดวงล้อใหม่ทุก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Improve</source>
      <translation>ปรับปรุง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>In doubt</source>
      <translation>รอตรวจสอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/policy_change.py" />
      <source>In force</source>
      <translation>มีผลแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>In sum right: {sums}</source>
      <translation>รวมแล้วตรง: {sums}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>In sum {percent} % too high: {sums}</source>
      <translation>รวมแล้วสูงไป {percent} %: {sums}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>In sum {percent} % too low: {sums}</source>
      <translation>รวมแล้วต่ำไป {percent} %: {sums}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>In time</source>
      <translation>ทันเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <source>Ingredients kept</source>
      <translation>บันทึกส่วนผสมแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>Inspect again</source>
      <translation>ตรวจซ้ำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Investigate</source>
      <translation>สอบสวน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_page.py" />
      <source>It counts no longer and stays in the list.</source>
      <translation>ไม่มีผลอีกต่อไป แต่ยังอยู่ในรายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_prices.py" />
      <source>It counts no more.</source>
      <translation>ไม่นับอีกต่อไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>It does not suit this category.</source>
      <translation>ไม่เหมาะกับหมวดนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_form.py" />
      <source>It has not been held yet</source>
      <translation>ยังไม่ได้จัดอบรม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_alerts.py" />
      <source>It is on the page Complaints.</source>
      <translation>ดูได้ที่หน้าข้อร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/failure_alert.py" />
      <source>It is on the page Quality.</source>
      <translation>ดูที่หน้าคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/temperature_alert.py" />
      <source>Its food is blocked. The corrective action is on the page Quality.</source>
      <translation>อาหารถูกระงับ การแก้ไขอยู่ในหน้าคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/temperature_alert.py" />
      <source>Its food is safe; the kitchen looks at it.</source>
      <translation>อาหารปลอดภัย ครัวจะตรวจดู</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <source>Its lots are on sale again.</source>
      <translation>ล็อตกลับมาขายได้แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>Its product states no allergens yet</source>
      <translation>สินค้านี้ยังไม่ระบุสารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_alerts.py" />
      <source>Its sensor is silent, nobody measured. It is on the page Quality.</source>
      <translation>เซ็นเซอร์ไม่ส่งค่าและไม่มีใครวัดอุณหภูมิ ดูได้ที่หน้าคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/curve_words.py" />
      <source>Keeps above the sale floor for</source>
      <translation>อยู่เหนือเกณฑ์ขายได้นาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <source>Kept in</source>
      <translation>เก็บไว้ใน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guests_page.py" />
      <source>Kept without consent</source>
      <translation>เก็บไว้โดยไม่มีความยินยอม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>Kilogram</source>
      <translation>กิโลกรัม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Kitchen</source>
      <translation>ครัว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/terminal_rows.py" />
      <source>Kitchen display</source>
      <translation>จอครัว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/places_page.py" />
      <source>Label {code}</source>
      <translation>ป้าย {code}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>Labels to print anew: {codes}</source>
      <translation>ป้ายที่ต้องพิมพ์ใหม่: {codes}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Largest change of a price</source>
      <translation>ราคาเปลี่ยนได้มากสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Largest own size</source>
      <translation>ขนาดที่ลูกค้าขอ ใหญ่สุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Largest portion</source>
      <translation>ชิ้นใหญ่สุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_board.py" />
      <source>Last month</source>
      <translation>เดือนที่แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_board.py" />
      <source>Last {n} days</source>
      <translation>{n} วันล่าสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/curve_adoption.py" />
      <source>Learned from {n} looks</source>
      <translation>เรียนรู้จากการตรวจ {n} ครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Least margin</source>
      <translation>กำไรขั้นต่ำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>Left out, as no terminal was on: {n} h.</source>
      <translation>ไม่นับเพราะไม่มีเครื่องใดเปิดอยู่: {n} ชม.</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Less than 0 lowers prices, more raises them; 0 does nothing.</source>
      <translation>น้อยกว่า 0 ลดราคา มากกว่า 0 เพิ่มราคา; 0 ไม่มีผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>Litre</source>
      <translation>ลิตร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Longest extension of quality</source>
      <translation>ยืดเวลาคุณภาพได้นานสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Longest wait at the counter</source>
      <translation>รอนานสุดที่เคาน์เตอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Longest wait at the table</source>
      <translation>รอนานสุดที่โต๊ะ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Longest wait for takeaway</source>
      <translation>รอนานสุดสำหรับกลับบ้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>Looks</source>
      <translation>การตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>Looks by week</source>
      <translation>การตรวจรายสัปดาห์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>Looks that fail, at most</source>
      <translation>การตรวจที่ไม่ผ่าน ไม่เกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>Looks that failed</source>
      <translation>การตรวจที่ไม่ผ่าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>Lot</source>
      <translation>ล็อต</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/held_lots.py" />
      <source>Lots on hold: {unit}</source>
      <translation>ล็อตที่พักไว้: {unit}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Loyalty points</source>
      <translation>แต้มสะสม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <source>Made good, cost</source>
      <translation>ต้นทุนการชดเชย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Making good</source>
      <translation>การชดเชยลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Margin</source>
      <translation>กำไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Margin counted without tax</source>
      <translation>คิดกำไรไม่รวมภาษี</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/prices_page.py" />
      <source>Margins</source>
      <translation>กำไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Margins of single products</source>
      <translation>กำไรของสินค้าบางอย่าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Markdown at the sale floor</source>
      <translation>ลดราคาที่คะแนนขั้นต่ำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Markdown begins below</source>
      <translation>เริ่มลดราคาเมื่อต่ำกว่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Markdown by pace of sale</source>
      <translation>ลดราคาตามความเร็วการขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Markdown would begin below the sale floor.</source>
      <translation>การลดราคาจะเริ่มต่ำกว่าคะแนนขั้นต่ำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_tables.py" />
      <source>Mean quality</source>
      <translation>คุณภาพเฉลี่ย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>Mean score</source>
      <translation>คะแนนเฉลี่ย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>Mean score of looks</source>
      <translation>คะแนนเฉลี่ยของการตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>Mean score of looks, at least</source>
      <translation>คะแนนเฉลี่ยของการตรวจ อย่างน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_rows.py" />
      <source>Mean score {before} in the {days} days before ({m} looks), {after} in those after ({n})</source>
      <translation>คะแนนเฉลี่ย {before} ใน {days} วันก่อน (ตรวจ {m} ครั้ง) และ {after} ในช่วงหลัง ({n})</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>Measured at the pass</source>
      <translation>วัดที่จุดส่งอาหาร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <source>Median service time</source>
      <translation>เวลาบริการ (ค่ากลาง)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <location filename="../../app/ui/manager/kpi_tables.py" />
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>Met</source>
      <translation>ตามเป้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <location filename="../../app/ui/manager/kpi_tables.py" />
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>Missed</source>
      <translation>ไม่ถึงเป้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Missing.</source>
      <translation>ยังไม่ได้กรอก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_prices.py" />
      <source>Missing: {names}.</source>
      <translation>ขาด: {names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_rows.py" />
      <source>Mostly takes: {takes}.</source>
      <translation>มักเลือก: {takes}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Much waste</source>
      <translation>ของเสียมาก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Must be ahead, within a year.</source>
      <translation>ต้องเป็นเวลาข้างหน้า ไม่เกินหนึ่งปี</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Must be more than 0.</source>
      <translation>ต้องมากกว่า 0</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/staff_editor.py" />
      <source>New PIN ({n} digits), or nothing</source>
      <translation>PIN ใหม่ ({n} หลัก) หรือเว้นว่างไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>No</source>
      <translation>ไม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <location filename="../../app/ui/manager/kpi_tables.py" />
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>No data yet</source>
      <translation>ยังไม่มีข้อมูล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <source>No data yet, target {target}</source>
      <translation>ยังไม่มีข้อมูล เป้าหมาย {target}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_page.py" />
      <source>No inspections in the last 30 days</source>
      <translation>ไม่มีการตรวจใน 30 วันที่ผ่านมา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>No points were given in these eight weeks</source>
      <translation>ไม่มีการให้คะแนนสะสมในแปดสัปดาห์นี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>No portion of it is for sale now</source>
      <translation>ตอนนี้ไม่มีชิ้นใดวางขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/stock_tasks.py" />
      <source>No portion or whole in stock has this code.</source>
      <translation>ไม่มีชิ้นหรือถาดในสต็อกที่ใช้รหัสนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_rows.py" />
      <source>No purchases to read a profile from.</source>
      <translation>ยังไม่มีรายการซื้อสำหรับสร้างโปรไฟล์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_page.py" />
      <source>No quality training is on file: anybody signs checks</source>
      <translation>ยังไม่มีบันทึกการอบรมคุณภาพ: ใครก็ลงชื่อการตรวจได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/temperature_alert.py" />
      <source>No readings arrive: the kitchen measures and signs, or food is blocked.</source>
      <translation>ไม่มีค่าเข้ามา: ครัวต้องวัดและลงชื่อ มิฉะนั้นอาหารจะถูกระงับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>No receipt is concerned</source>
      <translation>ไม่มีใบเสร็จที่เกี่ยวข้อง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <location filename="../../app/ui/manager/product_choices.py" />
      <source>No station</source>
      <translation>ไม่มีสถานี</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>No such code</source>
      <translation>ไม่พบรหัสนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>Nobody asked for a second person in these eight weeks</source>
      <translation>ไม่มีใครขออนุมัติในแปดสัปดาห์นี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_alerts.py" />
      <source>Nobody at the counter put it right. It is on the page Complaints.</source>
      <translation>ยังไม่มีใครที่เคาน์เตอร์แก้ไข ดูได้ที่หน้าข้อร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Nobody could approve this any more.</source>
      <translation>จะไม่มีใครอนุมัติเรื่องนี้ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>Nobody rated in these eight weeks</source>
      <translation>ไม่มีใครให้คะแนนในแปดสัปดาห์นี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>None of its portions is in the shop any more.</source>
      <translation>ไม่มีชิ้นใดเหลืออยู่ในร้านแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/approvals_page.py" />
      <source>Not answered</source>
      <translation>ไม่มีคำตอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_form.py" />
      <source>Not saved: {n} to correct</source>
      <translation>ยังไม่บันทึก: ต้องแก้ {n} รายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/portion_table.py" />
      <source>Not sold</source>
      <translation>ไม่ขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Not sold with presentation below</source>
      <translation>ไม่ขายถ้าคะแนนรูปลักษณ์ต่ำกว่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guests_page.py" />
      <source>Noted for one follow-up</source>
      <translation>บันทึกให้ติดต่อกลับหนึ่งครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Nothing is sold by the portion in this category.</source>
      <translation>หมวดหมู่นี้ไม่มีการขายเป็นชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/sell_first_list.py" />
      <source>Nothing leaves sale within {time}</source>
      <translation>ไม่มีชิ้นที่หมดเวลาขายภายใน {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>Nothing on display was looked at in these eight weeks</source>
      <translation>ไม่มีการตรวจของที่วางขายในแปดสัปดาห์นี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <source>Nothing was blocked. Type the code on the portion or whole.</source>
      <translation>ยังไม่ได้ระงับอะไร พิมพ์รหัสที่อยู่บนชิ้นหรือทั้งชิ้นใหญ่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <source>Nothing was blocked. Write a few words about it.</source>
      <translation>ยังไม่ได้ระงับอะไร เขียนอธิบายสั้น ๆ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/staff_editor.py" />
      <location filename="../../app/ui/manager/training_form.py" />
      <source>Nothing was changed.</source>
      <translation>ไม่มีการเปลี่ยนแปลง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/equipment_editor.py" />
      <source>Nothing was changed. A code has 1 to 20 characters and is used once.</source>
      <translation>ไม่มีอะไรเปลี่ยนแปลง รหัสยาว 1 ถึง 20 ตัวอักษรและใช้ได้ครั้งเดียว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_form.py" />
      <source>Nothing was changed. Look at: {fields}.</source>
      <translation>ไม่มีอะไรเปลี่ยน โปรดดู: {fields}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_form.py" />
      <source>Nothing was changed. Sell or waste it first, or make a new product.</source>
      <translation>ไม่มีอะไรเปลี่ยน ขายหรือบันทึกของเสียก่อน หรือสร้างสินค้าใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>Nothing was changed. State them on the menu page first.</source>
      <translation>ยังไม่มีอะไรเปลี่ยน โปรดระบุที่หน้าเมนูก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_prices.py" />
      <source>Nothing was imported</source>
      <translation>ไม่ได้นำเข้าข้อมูลใด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_flags.py" />
      <source>Nothing was imported: the file holds no prices</source>
      <translation>ไม่ได้นำเข้าข้อมูลใด: ไฟล์ไม่มีราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_flags.py" />
      <source>Nothing was imported: {n} rows are wrong</source>
      <translation>ไม่ได้นำเข้าข้อมูลใด: ผิด {n} แถว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>Nothing was served in these eight weeks</source>
      <translation>ไม่มีการเสิร์ฟในแปดสัปดาห์นี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Nothing would be allowed any more.</source>
      <translation>จะไม่มีอะไรได้รับอนุญาต</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/prices_page.py" />
      <source>Now</source>
      <translation>ตอนนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>Off by {mean} a day on average; {each} were sold a day.</source>
      <translation>คลาดเคลื่อนเฉลี่ยวันละ {mean} จากที่ขายได้วันละ {each}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>Off by {mean} an hour on average; {each} were sold an hour.</source>
      <translation>คลาดเคลื่อนเฉลี่ยชั่วโมงละ {mean} จากที่ขายได้ชั่วโมงละ {each}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_rows.py" />
      <location filename="../../app/ui/manager/prices_page.py" />
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Offers</source>
      <translation>ข้อเสนอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rules_page.py" />
      <source>Offers, hours and margins of single products are edited on Prices.</source>
      <translation>ข้อเสนอ ช่วงเวลา และกำไรรายสินค้า แก้ได้ที่หน้าราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Old inspections fade by</source>
      <translation>ผลตรวจเก่าเลือนลง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/menu_page.py" />
      <source>On sale</source>
      <translation>ขายอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>One more for less, where it has to go first</source>
      <translation>เสนอเพิ่มอีกชิ้นในราคาลดเมื่อต้องขายก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>One weight for each portion, from 1 to 20000 g.</source>
      <translation>กรอกน้ำหนักทุกชิ้น ชิ้นละ 1 ถึง 20000 กรัม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>Only trained staff signs checks</source>
      <translation>เฉพาะพนักงานที่ผ่านการอบรมลงชื่อการตรวจได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>Order</source>
      <translation>บริการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>Order {number}</source>
      <translation>ออเดอร์ {number}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>Order {number} holds a portion: its till names the allergen</source>
      <translation>ออเดอร์ {number} จองชิ้นหนึ่งไว้: จุดขายจะบอกสารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_alerts.py" />
      <source>Order {number} waits too long</source>
      <translation>ออเดอร์ {number} รอนานเกินไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Other</source>
      <translation>อื่น ๆ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Other food is looked at every</source>
      <translation>อาหารอื่นตรวจทุก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Other food leaves sale before its limit by</source>
      <translation>อาหารอื่นออกจากการขายก่อนครบกำหนด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Other products</source>
      <translation>สินค้าอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/prices_page.py" />
      <source>Other shops</source>
      <translation>ร้านอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Other shops' prices</source>
      <translation>ราคาร้านอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Other shops' prices count for (days)</source>
      <translation>นับราคาร้านอื่นย้อนหลัง (วัน)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Out of range.</source>
      <translation>อยู่นอกช่วงที่กำหนด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/temperature_alert.py" />
      <source>Outside its limits: {units}</source>
      <translation>อยู่นอกเกณฑ์: {units}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/staff_editor.py" />
      <source>PIN ({n} digits)</source>
      <translation>PIN ({n} หลัก)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Pace of sale takes off at most</source>
      <translation>ลดตามจังหวะการขายได้ไม่เกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Pace: begins at portions left ÷ expected</source>
      <translation>จังหวะ: เริ่มที่ชิ้นที่เหลือ ÷ ที่คาดไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Pace: full at portions left ÷ expected</source>
      <translation>จังหวะ: เต็มที่ที่ชิ้นที่เหลือ ÷ ที่คาดไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Pace: takes off in steps of</source>
      <translation>จังหวะ: ลดเป็นขั้นละ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Paid back</source>
      <translation>คืนเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Paid for these points</source>
      <translation>ยอดจ่ายต่อแต้มนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_form.py" />
      <source>Party size</source>
      <translation>ขนาดงานเลี้ยง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Past its time</source>
      <translation>เกินกำหนดเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Paying keeps a hold for at least</source>
      <translation>เมื่อเริ่มชำระเงิน เวลาจองเหลืออย่างน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Payments</source>
      <translation>การชำระเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>Percent off</source>
      <translation>ลดเป็นเปอร์เซ็นต์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Periods of 1 to 60 days can be compared.</source>
      <translation>เปรียบเทียบช่วงเวลาได้ 1 ถึง 60 วัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>Person</source>
      <translation>พนักงาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>Person and product</source>
      <translation>คนและสินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>Personal</source>
      <translation>ส่วนตัว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_rows.py" />
      <source>Points and purchases</source>
      <translation>คะแนนและรายการซื้อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Points are counted by</source>
      <translation>นับแต้มจาก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>Points by week</source>
      <translation>คะแนนสะสมรายสัปดาห์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Points for each step</source>
      <translation>แต้มต่อหนึ่งหน่วย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Points of a reward</source>
      <translation>แต้มต่อรางวัล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Points would give back as much as was paid, or more.</source>
      <translation>แต้มจะคืนเงินเท่ากับหรือมากกว่าที่จ่าย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>Portion</source>
      <translation>ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Portion after portion failed</source>
      <translation>ไม่ผ่านหลายชิ้นติดกัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/failure_alert.py" />
      <source>Portion after portion failed: order {orders}</source>
      <translation>ไม่ผ่านการตรวจหลายชิ้นติดกัน: ออเดอร์ {orders}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Portion sizes</source>
      <translation>ขนาดชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>Portions</source>
      <translation>ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Portions are cut from eaches or wholes.</source>
      <translation>ส่วนต้องตัดจากชิ้นหรือทั้งก้อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Portions at which the last hour counts half</source>
      <translation>จำนวนชิ้นที่ชั่วโมงล่าสุดมีน้ำหนักครึ่งหนึ่ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Portions at which the product's own hours count half</source>
      <translation>จำนวนชิ้นที่ชั่วโมงของสินค้าเองมีน้ำหนักครึ่งหนึ่ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/choice_what_if.py" />
      <source>Portions given out</source>
      <translation>ชิ้นที่จ่ายออก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Portions looked at by chance</source>
      <translation>ชิ้นที่สุ่มตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Portions per order while there are too few</source>
      <translation>จำนวนชิ้นต่อออเดอร์เมื่อมีน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Portions per whole at least</source>
      <translation>จำนวนชิ้นต่อถาดอย่างน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Portions per whole at most</source>
      <translation>จำนวนชิ้นต่อถาดอย่างมาก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <source>Portions sold</source>
      <translation>ขายแล้ว (ชิ้น)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/choice_what_if.py" />
      <source>Portions that expire unsold</source>
      <translation>ชิ้นที่หมดอายุโดยขายไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>Portions, with commas</source>
      <translation>จำนวนชิ้น คั่นด้วยจุลภาค</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_rows.py" />
      <source>Prefers: {prefers}.</source>
      <translation>ชอบ: {prefers}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>Preparing a product takes (if it says nothing else)</source>
      <translation>เวลาเตรียมสินค้า (หากไม่ได้ระบุไว้)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Presentation at least</source>
      <translation>คะแนนรูปลักษณ์อย่างน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>Price</source>
      <translation>ราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>Price is missing</source>
      <translation>ไม่มีราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/ladder_model.py" />
      <source>Price, cost and how it keeps are needed for this picture</source>
      <translation>ต้องมีราคา ต้นทุน และอายุการเก็บจึงจะวาดกราฟได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Prices and offers</source>
      <translation>ราคาและข้อเสนอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Prices are rounded to at least one minor unit.</source>
      <translation>ต้องปัดราคาอย่างน้อยหนึ่งหน่วยย่อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Prices rounded to</source>
      <translation>ปัดราคาเป็นทวีคูณของ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>Print anew at a till the labels of: {codes}</source>
      <translation>พิมพ์ป้ายใหม่ที่จุดขายของ: {codes}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/places_page.py" />
      <source>Printed</source>
      <translation>พิมพ์แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/places_page.py" />
      <source>Printing</source>
      <translation>กำลังพิมพ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/probes_page.py" />
      <source>Probe: {value}</source>
      <translation>หัววัด: {value}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <location filename="../../app/ui/manager/look_lines.py" />
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Product</source>
      <translation>สินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>Product and week</source>
      <translation>สินค้าและสัปดาห์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Quality</source>
      <translation>คุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Quality calibration</source>
      <translation>การปรับเทียบคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard_parts.py" />
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Quality checks</source>
      <translation>การตรวจคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard_parts.py" />
      <source>Quality, waste, yield</source>
      <translation>คุณภาพ ของเสีย ผลผลิต</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Quarantined</source>
      <translation>กักไว้ตรวจสอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>Questions by week</source>
      <translation>คำขออนุมัติรายสัปดาห์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_rows.py" />
      <source>Questions how it was</source>
      <translation>การสอบถามความเห็น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Ratio</source>
      <translation>อัตราส่วน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/probes_page.py" />
      <source>Readings count with it from now on, on every screen.</source>
      <translation>นับจากนี้ค่าที่อ่านได้คิดความคลาดเคลื่อนนี้บนทุกจอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>Reason</source>
      <translation>เหตุผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/places_page.py" />
      <source>Receipt {n}</source>
      <translation>ใบเสร็จ {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <source>Receipts</source>
      <translation>ใบเสร็จ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <source>Receipts: {list}</source>
      <translation>ใบเสร็จ: {list}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_prices.py" />
      <source>Recorded</source>
      <translation>บันทึกแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Refunds</source>
      <translation>การคืนเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Refunds without approval until after the sale</source>
      <translation>คืนเงินโดยไม่ต้องอนุมัติได้ภายในเวลาหลังขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/approvals_page.py" />
      <source>Refused</source>
      <translation>ปฏิเสธแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <source>Released</source>
      <translation>ปลดระงับแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Replacements without a manager, per order</source>
      <translation>ชิ้นทดแทนต่อออเดอร์โดยไม่ต้องมีผู้จัดการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Reserved</source>
      <translation>กันไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Revenue</source>
      <translation>รายได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Revenue of wholes</source>
      <translation>รายได้ของชิ้นเต็ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard_parts.py" />
      <source>Revenue per whole</source>
      <translation>รายได้ต่อชิ้นเต็ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Review the lowered curve</source>
      <translation>ตรวจทานเส้นคุณภาพที่ปรับลด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_tasks.py" />
      <source>Review the price</source>
      <translation>ทบทวนราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_tasks.py" />
      <source>Review the strategy</source>
      <translation>ทบทวนกลยุทธ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_tables.py" />
      <source>Right at the first choice</source>
      <translation>ผ่านตั้งแต่ชิ้นแรกที่เลือก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>Rule</source>
      <translation>กฎ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Rules of the place</source>
      <translation>กฎของพื้นที่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Safety limits</source>
      <translation>เกณฑ์ความปลอดภัย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard_parts.py" />
      <source>Sales</source>
      <translation>ยอดขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>Sales are counted back for</source>
      <translation>นับยอดขายย้อนหลัง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <source>Sales today</source>
      <translation>ยอดขายวันนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <source>Satisfaction</source>
      <translation>ความพึงพอใจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/coupon_codes.py" />
      <source>Save them as a file to print them or to send them.</source>
      <translation>บันทึกเป็นไฟล์เพื่อพิมพ์หรือส่ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_form.py" />
      <source>Saved</source>
      <translation>บันทึกแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <source>Score at sale</source>
      <translation>คะแนนตอนขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>Score when served</source>
      <translation>คะแนนตอนเสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>Scores</source>
      <translation>คะแนนคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/curve_adoption.py" />
      <source>Scores and prices follow it from now on.</source>
      <translation>คะแนนและราคาใช้ตามนี้ตั้งแต่บัดนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>Scores compared around a training</source>
      <translation>เปรียบเทียบคะแนนรอบการอบรม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/stock_page.py" />
      <source>Sell first</source>
      <translation>ขายก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Sell first, before the limit, within</source>
      <translation>ขายก่อนเมื่อเหลือเวลาไม่เกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Served</source>
      <translation>เสิร์ฟแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>Served below the promised quality, order {number}</source>
      <translation>เสิร์ฟต่ำกว่าคุณภาพที่รับรอง ออเดอร์ {number}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>Several for one price</source>
      <translation>หลายชิ้นในราคาเดียว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>Share</source>
      <translation>สัดส่วน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_form.py" />
      <source>Sheet cake</source>
      <translation>เค้กถาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Shelf life</source>
      <translation>อายุการขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Signed check missed</source>
      <translation>ไม่ได้ลงชื่อตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>Size</source>
      <translation>ขนาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>Slice</source>
      <translation>ส่วนตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Slow and peak hours</source>
      <translation>ช่วงเงียบและช่วงแน่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Smallest own size</source>
      <translation>ขนาดที่ลูกค้าขอ เล็กสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Smallest portion</source>
      <translation>ชิ้นเล็กสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>So few stars open a recovery task</source>
      <translation>ดาวไม่เกินนี้จะเปิดงานแก้ไข</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/curve_words.py" />
      <source>Sold after cutting for</source>
      <translation>ขายหลังตัดได้นาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Sold down to a score of</source>
      <translation>ขายถึงคะแนน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>Sold out for {time} in all (▲): no low demand, so of those hours only the time on sale is judged.</source>
      <translation>ขายหมดรวม {time} (▲) ซึ่งไม่ใช่เพราะคนซื้อน้อย ชั่วโมงเหล่านั้นจึงคิดเฉพาะเวลาที่ยังมีขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Sold seldom: days on which methods are compared</source>
      <translation>สินค้าที่ขายนาน ๆ ครั้ง: จำนวนวันที่ใช้เทียบวิธี</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Sold seldom: share of days without a sale above</source>
      <translation>สินค้าที่ขายนาน ๆ ครั้ง: สัดส่วนวันที่ไม่มียอดขายเกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Sold seldom: weight of a new day</source>
      <translation>สินค้าที่ขายนาน ๆ ครั้ง: น้ำหนักของวันใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Sold whole</source>
      <translation>ขายทั้งชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Sold, to serve</source>
      <translation>ขายแล้ว รอเสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/staff_editor.py" />
      <source>Somebody else has this name</source>
      <translation>มีคนอื่นใช้ชื่อนี้อยู่แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Spoiled in cutting</source>
      <translation>เสียตอนตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Spread between inspectors</source>
      <translation>ความต่างระหว่างผู้ตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Standard cuts by size</source>
      <translation>จำนวนชิ้นมาตรฐานตามขนาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>Stars</source>
      <translation>ดาว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>Stated: {what}</source>
      <translation>ระบุไว้: {what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>Station</source>
      <translation>สถานี</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Steps before the sell-by time</source>
      <translation>ขั้นก่อนหมดเวลาขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>Strictest of all</source>
      <translation>เข้มที่สุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_prices.py" />
      <source>Struck out</source>
      <translation>ขีดฆ่าแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Suggestions</source>
      <translation>คำแนะนำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Suggestions at most</source>
      <translation>คำแนะนำมากสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Surplus moves a product up by</source>
      <translation>ของเหลือดันสินค้าขึ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/menu_page.py" />
      <source>Switched off</source>
      <translation>ปิดการขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Take away</source>
      <translation>นำออก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>Taken off</source>
      <translation>ลดไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Taken off for presentation at most</source>
      <translation>ลดราคาเพราะหน้าตาไม่เกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Taken off per missing point</source>
      <translation>ลดราคาต่อคะแนนที่ขาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>Target</source>
      <translation>เป้าหมาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Targets of the figures</source>
      <translation>เป้าหมายของตัวเลข</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_curves.py" />
      <source>Tasted and timed</source>
      <translation>ชิมและจับเวลาแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Tax in it {tax}.</source>
      <translation>ภาษีในนั้น {tax}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Temperature</source>
      <translation>อุณหภูมิ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Temperature deviation</source>
      <translation>อุณหภูมิผิดเกณฑ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/curve_words.py" />
      <source>Temperature factor</source>
      <translation>ตัวคูณอุณหภูมิ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>Temperature log</source>
      <translation>บันทึกอุณหภูมิ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>Temperatures</source>
      <translation>อุณหภูมิ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>That one more costs less by</source>
      <translation>ชิ้นที่เพิ่มถูกลง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The approved change must be above the cap.</source>
      <translation>การเปลี่ยนที่อนุมัติต้องเกินเพดาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The budget of a loss must be above 0.</source>
      <translation>งบขาดทุนต้องมากกว่า 0</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_page.py" />
      <source>The complaint is settled</source>
      <translation>ปิดเรื่องร้องเรียนแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>The display asks for stars for</source>
      <translation>จอถามคะแนนดาวนาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/coupon_codes.py" />
      <location filename="../../app/ui/manager/guests_page.py" />
      <location filename="../../app/ui/manager/journal_export.py" />
      <source>The file could not be written</source>
      <translation>เขียนไฟล์ไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_prices.py" />
      <source>The first line must name: product, price, date, origin.</source>
      <translation>บรรทัดแรกต้องระบุ: product, price, date, origin</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The grades are not in order: A, B, C, sale floor.</source>
      <translation>ลำดับเกรดไม่ถูกต้อง: A, B, C, คะแนนขั้นต่ำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guests_page.py" />
      <source>The guest asked for it</source>
      <translation>ลูกค้าขอให้ทำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>The guest got</source>
      <translation>ลูกค้าได้รับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guests_page.py" />
      <source>The guest is erased</source>
      <translation>ลบข้อมูลลูกค้าแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_form.py" />
      <source>The kitchen goes by it from now on.</source>
      <translation>ครัวใช้ข้อมูลนี้ตั้งแต่นี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The largest change must be above 0 and at most 100 %.</source>
      <translation>การเปลี่ยนมากสุดต้องมากกว่า 0 และไม่เกิน 100 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>The last hour is counted every</source>
      <translation>นับยอดขายชั่วโมงล่าสุดทุก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/curve_adoption.py" />
      <source>The learned curve is in force</source>
      <translation>ใช้เส้นโค้งที่เรียนรู้แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The least lift must be 1 or more: below that, goods do not go together.</source>
      <translation>ค่าความสัมพันธ์ขั้นต่ำต้องเป็น 1 ขึ้นไป ต่ำกว่านั้นแปลว่าสินค้าไม่ได้ขายคู่กัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The least margin must be from 0 to below 100 %.</source>
      <translation>กำไรขั้นต่ำต้องตั้งแต่ 0 ถึงต่ำกว่า 100 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The least ratio must be above 0.</source>
      <translation>อัตราส่วนขั้นต่ำต้องมากกว่า 0</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <source>The lot and all that shared its tools are off sale everywhere.</source>
      <translation>ล็อตนี้และทุกล็อตที่ใช้อุปกรณ์เดียวกันหยุดขายทุกจุดแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The lower limit lies above the upper one.</source>
      <translation>เกณฑ์ล่างสูงกว่าเกณฑ์บน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/ladder_plot.py" />
      <source>The margin floor is above the cap: no price</source>
      <translation>กำไรขั้นต่ำสูงกว่าเพดานราคา: ไม่มีราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The markdown goes further than the cap allows.</source>
      <translation>การลดราคาเกินเพดาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The markdown must be from 0 to 100 %.</source>
      <translation>การลดราคาต้องอยู่ระหว่าง 0 ถึง 100 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>The next entry is asked for before it is due by</source>
      <translation>ขอให้บันทึกครั้งถัดไปก่อนกำหนด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The pace takes off more than the cap allows.</source>
      <translation>การลดตามความเร็วเกินเพดาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The pace's lower end lies above its upper one.</source>
      <translation>ปลายล่างของความเร็วสูงกว่าปลายบน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The portion limits are not in order.</source>
      <translation>เกณฑ์จำนวนชิ้นไม่เรียงลำดับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The profile must be specification, fda or uk.</source>
      <translation>ชุดเกณฑ์ต้องเป็น specification, fda หรือ uk</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_page.py" />
      <source>The record is withdrawn</source>
      <translation>ถอนบันทึกแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>The same trouble so many times</source>
      <translation>ปัญหาเดิมกี่ครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/coupon_codes.py" />
      <source>The shared code</source>
      <translation>รหัสที่ใช้ร่วมกัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The steps to the sell-by time are not in order.</source>
      <translation>ขั้นก่อนหมดเวลาขายไม่เรียงลำดับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>The store does not take this.</source>
      <translation>ร้านไม่รับค่านี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/failure_alert.py" />
      <source>The till asks the guest: money back, a new whole, or something else.</source>
      <translation>แคชเชียร์จะถามลูกค้า: คืนเงิน ตัดถาดใหม่ หรือเปลี่ยนอย่างอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_alerts.py" />
      <source>The till offers to give a part of the price back.</source>
      <translation>เครื่องขายเสนอคืนเงินบางส่วน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>The uplift must be from 0 to 100 %.</source>
      <translation>ส่วนเพิ่มต้องอยู่ระหว่าง 0 ถึง 100 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>The watch has ended</source>
      <translation>สิ้นสุดการเฝ้าระวัง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/journal_export.py" />
      <source>There is no order {number}</source>
      <translation>ไม่มีออเดอร์ {number}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_form.py" />
      <source>There is still stock of it</source>
      <translation>ยังมีสินค้านี้ในสต็อก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Thermometers</source>
      <translation>เครื่องวัดอุณหภูมิ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_form.py" />
      <source>These days cannot be</source>
      <translation>วันเหล่านี้เป็นไปไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>These do not go together: {fields}.</source>
      <translation>สิ่งเหล่านี้ขัดกัน: {fields}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <source>They hold for lots that come in from now on.</source>
      <translation>ใช้กับล็อตที่รับเข้าตั้งแต่นี้ไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_board.py" />
      <source>This month</source>
      <translation>เดือนนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>This must be at least 1.</source>
      <translation>ค่านี้ต้องไม่น้อยกว่า 1</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>This must not be below 0.</source>
      <translation>ต้องไม่ต่ำกว่า 0</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/approvals_page.py" />
      <source>This program has no words for these rules.</source>
      <translation>โปรแกรมนี้ไม่มีคำอธิบายกฎเหล่านี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>This text is not one of the known ones.</source>
      <translation>ข้อความนี้ไม่ใช่ค่าที่รู้จัก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>This time must be longer than 0.</source>
      <translation>เวลานี้ต้องมากกว่า 0</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>This value is out of its range.</source>
      <translation>ค่านี้อยู่นอกช่วง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>Thrown away of all cut</source>
      <translation>ทิ้งจากที่ตัดทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Thrown away uncut: {n}, cost {cost}.</source>
      <translation>ทิ้งทั้งชิ้นโดยไม่ได้ตัด {n} ต้นทุน {cost}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/terminal_rows.py" />
      <source>Till</source>
      <translation>จุดขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>Time left is written from</source>
      <translation>เขียนเวลาที่เหลือตั้งแต่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>Times</source>
      <translation>ครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/prices_page.py" />
      <source>To correct</source>
      <translation>ต้องแก้ไข</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_board.py" />
      <location filename="../../app/ui/manager/look_board.py" />
      <location filename="../../app/ui/manager/revenue_board.py" />
      <source>Today</source>
      <translation>วันนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Tolerance and age of other shops' prices start at 0.</source>
      <translation>ความคลาดและอายุราคาร้านอื่นเริ่มที่ 0</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Too cold below</source>
      <translation>เย็นเกินไปเมื่อต่ำกว่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Too cold, to be inspected</source>
      <translation>เย็นเกินไป ต้องตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/temperature_alert.py" />
      <source>Too cold: {units}</source>
      <translation>เย็นเกินไป: {units}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Too long.</source>
      <translation>ยาวเกินไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Too many decimals.</source>
      <translation>ทศนิยมหลายตำแหน่งเกินไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_form.py" />
      <source>Training of {name}</source>
      <translation>การอบรมของ {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_form.py" />
      <source>Training of {name} is on file</source>
      <translation>บันทึกการอบรมของ {name} แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Two offers have the same id.</source>
      <translation>ข้อเสนอสองรายการมีรหัสเดียวกัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Two time windows have the same name.</source>
      <translation>ช่วงเวลาสองช่วงชื่อเดียวกัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/contradiction_words.py" />
      <source>Two time windows overlap: one lowers, one raises.</source>
      <translation>ช่วงเวลาซ้อนกัน: ช่วงหนึ่งลด อีกช่วงเพิ่ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Type a number, like 8 or 7.5.</source>
      <translation>พิมพ์ตัวเลข เช่น 8 หรือ 7.5</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Type a share, like 30 % or 1/3.</source>
      <translation>พิมพ์สัดส่วน เช่น 30 % หรือ 1/3</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Type a time with its unit, like 15 min or 1 h 30 min.</source>
      <translation>พิมพ์เวลาพร้อมหน่วย เช่น 15 min หรือ 1 h 30 min</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/journal_export.py" />
      <source>Type an order's number, or a receipt's such as 2-118.</source>
      <translation>พิมพ์เลขออเดอร์ หรือเลขใบเสร็จ เช่น 2-118</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>Type the code on the portion or whole.</source>
      <translation>พิมพ์รหัสบนชิ้นหรือบนก้อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Type yes or no.</source>
      <translation>พิมพ์ yes หรือ no</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>USA (FDA Food Code)</source>
      <translation>สหรัฐฯ (FDA Food Code)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>USA: 9 allergens</source>
      <translation>สหรัฐฯ: 9 ชนิด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Under watch, times shrink to</source>
      <translation>เมื่อถูกเฝ้าดู เวลาเหลือ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>Under watch: {name}</source>
      <translation>เฝ้าระวัง: {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>Unhappy guest, order</source>
      <translation>ลูกค้าไม่พอใจ ออเดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>United Kingdom</source>
      <translation>สหราชอาณาจักร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>Uplift for single portions</source>
      <translation>ส่วนเพิ่มเมื่อขายเป็นชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <source>Used-up lot</source>
      <translation>ล็อตที่ใช้หมดแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>Usual cuts by category</source>
      <translation>จำนวนชิ้นที่ใช้บ่อยตามหมวด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Usual for a guest from</source>
      <translation>ถือเป็นของประจำของลูกค้าตั้งแต่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <source>Verified</source>
      <translation>ตรวจสอบแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/version_history.py" />
      <source>Version {n}</source>
      <translation>รุ่น {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/policy_change.py" />
      <source>Version {n} holds on every screen.</source>
      <translation>รุ่น {n} มีผลทุกจอแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Vouchers, net</source>
      <translation>บัตรกำนัลสุทธิ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/places_page.py" />
      <source>Waiting</source>
      <translation>รอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>Waits too long</source>
      <translation>รอนานเกินไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Warn when a hold has left</source>
      <translation>เตือนเมื่อเวลาจองเหลือ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <location filename="../../app/ui/manager/kpi_tables.py" />
      <source>Waste</source>
      <translation>ของทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Waste is looked into from portions</source>
      <translation>ตรวจสอบของทิ้งตั้งแต่กี่ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/stock_tasks.py" />
      <source>Waste recorded</source>
      <translation>บันทึกของทิ้งแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Wasted</source>
      <translation>ทิ้งแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>Week from {day}</source>
      <translation>สัปดาห์จาก {day}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>Week from {day}: nothing to count</source>
      <translation>สัปดาห์จาก {day}: ไม่มีข้อมูล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>Week from {day}: {value} per 100 · {count} of {of} served</source>
      <translation>สัปดาห์จาก {day}: {value} ต่อ 100 · {count} จาก {of} ที่เสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>Week from {day}: {value} stars from {of} ratings</source>
      <translation>สัปดาห์จาก {day}: {value} ดาว จาก {of} คะแนน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Weight of a grade too low</source>
      <translation>น้ำหนักเมื่อเกรดต่ำกว่าที่ขอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Weight of a new day on its weekday</source>
      <translation>น้ำหนักของวันใหม่ต่อวันในสัปดาห์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Weight of a new day on the level</source>
      <translation>น้ำหนักของวันใหม่ต่อระดับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Weight of avoided waste</source>
      <translation>น้ำหนักของการลดของทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Weight of quality</source>
      <translation>น้ำหนักของคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Weight of the guest's preferences</source>
      <translation>น้ำหนักของความชอบลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Weight of the margin</source>
      <translation>น้ำหนักของกำไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergens_page.py" />
      <source>What happened?</source>
      <translation>เกิดอะไรขึ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_return.py" />
      <source>What held before version {n} cannot come back: {why}</source>
      <translation>กลับไปใช้กฎก่อนรุ่น {n} ไม่ได้: {why}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/prices_page.py" />
      <source>What if</source>
      <translation>ลองเปลี่ยน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>What was paid</source>
      <translation>ยอดที่จ่าย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>Wheels on the idle screen at most</source>
      <translation>วงล้อบนหน้าพักไม่เกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Who may approve what</source>
      <translation>ใครอนุมัติเรื่องใดได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <location filename="../../app/ui/manager/product_words.py" />
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>Whole</source>
      <translation>ทั้งก้อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>Whole numbers with commas between them, like 4, 6, 8.</source>
      <translation>จำนวนเต็มคั่นด้วยจุลภาค เช่น 4, 6, 8</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/revenue_lines.py" />
      <source>Wholes</source>
      <translation>ชิ้นเต็ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/choice_what_if.py" />
      <source>Wishes not met</source>
      <translation>คำขอที่ไม่ได้รับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Without a thermometer, look every</source>
      <translation>ถ้าไม่มีเครื่องวัด ให้ดูทุก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Worse during an order, per day at most</source>
      <translation>แย่ลงระหว่างออเดอร์ ต่อวันไม่เกิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>Worse than predicted by</source>
      <translation>แย่กว่าที่คาดไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>Worth of a reward</source>
      <translation>มูลค่าของรางวัล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/choice_what_if.py" />
      <source>Would pass the first check</source>
      <translation>คาดว่าผ่านการตรวจครั้งแรก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Write a number.</source>
      <translation>กรุณากรอกตัวเลข</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_rules.py" />
      <source>Write it as 1 h: 90 %; 30 min: 75 %.</source>
      <translation>เขียนเป็น 1 h: 90 %; 30 min: 75 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Write it as 14:30.</source>
      <translation>เขียนเป็น 14:30</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Write it as 2025-12-31 18:00.</source>
      <translation>กรอกในรูปแบบ 2025-12-31 18:00</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Write it as 2026-03-01.</source>
      <translation>เขียนเป็น 2026-03-01</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Write it as 45 min or 1 h 30 min.</source>
      <translation>เขียนเป็น 45 min หรือ 1 h 30 min</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Write it in one line.</source>
      <translation>เขียนในบรรทัดเดียว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/coupon_codes.py" />
      <source>Write the day as 2026-12-31.</source>
      <translation>เขียนวันที่แบบ 2026-12-31</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>Write them as Reheat 2 min; Extra sauce +10. At most 12, each once.</source>
      <translation>เขียนแบบนี้: อุ่นร้อน 2 min; ซอสเพิ่ม +10 ไม่เกิน 12 รายการ ห้ามซ้ำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/coupon_codes.py" />
      <location filename="../../app/ui/manager/guests_page.py" />
      <location filename="../../app/ui/manager/journal_export.py" />
      <source>Written to a file</source>
      <translation>เขียนลงไฟล์แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_editors.py" />
      <source>Yes</source>
      <translation>ใช่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_board.py" />
      <location filename="../../app/ui/manager/revenue_board.py" />
      <source>Yesterday</source>
      <translation>เมื่อวาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_choices.py" />
      <source>Yield</source>
      <translation>ผลผลิต</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/approvals_page.py" />
      <source>You asked yourself: another person has to answer.</source>
      <translation>คุณเป็นผู้ขอเอง ต้องให้คนอื่นตอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/approvals_page.py" />
      <source>Your role may not decide this.</source>
      <translation>บทบาทของคุณตัดสินเรื่องนี้ไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/curve_words.py" />
      <source>a curve</source>
      <translation>เส้นโค้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>a factor from 1; larger forgets faster</source>
      <translation>ตัวคูณตั้งแต่ 1 ยิ่งมากยิ่งลืมเร็ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>a part of it earns nothing</source>
      <translation>ไม่เต็มจำนวนไม่ได้แต้ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>a point or more under the curve</source>
      <translation>ต่ำกว่าเส้นโค้งหนึ่งคะแนนขึ้นไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>a product's own time goes first</source>
      <translation>เวลาของสินค้าเองใช้ก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>a reading above it is thrown away as a fault</source>
      <translation>ค่าที่สูงกว่านี้ถือว่าเสียและทิ้งไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>a reading below it is thrown away as a fault</source>
      <translation>ค่าที่ต่ำกว่านี้ถือว่าเสียและทิ้งไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>a score below grade A, still good for every guest</source>
      <translation>คะแนนต่ำกว่าเกรด A แต่ยังดีสำหรับลูกค้าทุกคน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>a score out of 10; below it the price falls</source>
      <translation>คะแนนเต็ม 10 ต่ำกว่านี้ราคาลด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>a score out of 10; what looks and tastes like new</source>
      <translation>คะแนนเต็ม 10 ของที่ดูและรสเหมือนใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/curve_words.py" />
      <source>a straight line</source>
      <translation>เส้นตรง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>above it the time outside begins to count</source>
      <translation>สูงกว่านี้เริ่มนับเวลานอกเกณฑ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <source>above {n} min</source>
      <translation>เกิน {n} นาที</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/staff_editor.py" />
      <source>active</source>
      <translation>ทำงานอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>added to a portion's share of the whole's price</source>
      <translation>บวกเพิ่มจากส่วนแบ่งราคาของทั้งถาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>added to the preparation</source>
      <translation>บวกเพิ่มจากเวลาเตรียม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>added to the promised time</source>
      <translation>บวกเพิ่มจากเวลาที่สัญญา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>after each tap</source>
      <translation>หลังแตะแต่ละครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>after paying</source>
      <translation>หลังจ่ายเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>after the kitchen's step before it</source>
      <translation>หลังขั้นก่อนหน้าของครัว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_plot.py" />
      <source>alarm {n} %</source>
      <translation>เตือน {n} %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>all</source>
      <translation>ทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/schedule_words.py" />
      <source>all day</source>
      <translation>ทั้งวัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>all products</source>
      <translation>สินค้าทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>all refunds of the order together; more takes an approval</source>
      <translation>รวมทุกการคืนของออเดอร์ เกินนี้ต้องได้รับอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_plot.py" />
      <source>all waste</source>
      <translation>ทิ้งทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>allergens</source>
      <translation>สารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>allergens not stated</source>
      <translation>ยังไม่ระบุสารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>always another person than who asks; one role at least</source>
      <translation>ต้องเป็นคนอื่นที่ไม่ใช่ผู้ขอ และอย่างน้อยหนึ่งบทบาท</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>an entry that is missed blocks the food of the unit</source>
      <translation>หากพลาดการบันทึก อาหารในตู้จะถูกระงับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>an order never waits for it</source>
      <translation>ออเดอร์ไม่ต้องรอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>and for one action only</source>
      <translation>และใช้ได้ครั้งเดียว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>and it is looked at; without both nothing is prepared</source>
      <translation>และตรวจดู ถ้าขาดอย่างใดอย่างหนึ่งจะเตรียมไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_flags.py" />
      <source>and {n} more</source>
      <translation>และอีก {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>another one, order {number}</source>
      <translation>ชิ้นใหม่ ออเดอร์ {number}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_changes.py" />
      <source>as it is</source>
      <translation>ตามเดิม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/hours_form.py" />
      <source>at least {share} of the price</source>
      <translation>อย่างน้อย {share} ของราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_tables.py" />
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>at least {t}</source>
      <translation>อย่างน้อย {t}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_tables.py" />
      <source>at least {t}, {n} checked</source>
      <translation>อย่างน้อย {t} ตรวจ {n} ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>at most</source>
      <translation>ไม่ถี่กว่านี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>at most {time} to sell</source>
      <translation>เหลือเวลาขายไม่เกิน {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_tables.py" />
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>at most {t}</source>
      <translation>ไม่เกิน {t}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>at most, where far too many are left</source>
      <translation>มากสุด เมื่อเหลือมากเกินไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/ladder_plot.py" />
      <source>base {n}</source>
      <translation>ราคาฐาน {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>before an item's own end</source>
      <translation>ก่อนหมดเวลาของรายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>below it a portion leaves sale by itself</source>
      <translation>ต่ำกว่านี้ชิ้นจะออกจากการขายเอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>below it the time outside begins to count</source>
      <translation>ต่ำกว่านี้เริ่มนับเวลานอกเกณฑ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <source>by looking</source>
      <translation>ด้วยการดู</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>by the cashier</source>
      <translation>โดยแคชเชียร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/ladder_plot.py" />
      <source>cap, down {n}</source>
      <translation>เพดานล่าง {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/ladder_plot.py" />
      <source>cap, up {n}</source>
      <translation>เพดานบน {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>category</source>
      <translation>หมวดหมู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>category missing</source>
      <translation>ขาดหมวดหมู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>choosing one fills in its limits; you may only tighten them</source>
      <translation>เลือกแล้วระบบเติมเกณฑ์ให้ ปรับให้เข้มขึ้นได้เท่านั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>choosing the size of a product fills in the count</source>
      <translation>เลือกขนาดสินค้าแล้วระบบเติมจำนวนให้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>complaints per 100 served; below: complaints of served, by week</source>
      <translation>ข้อร้องเรียนต่อ 100 ที่เสิร์ฟ · ด้านล่าง: ข้อร้องเรียน / ที่เสิร์ฟ รายสัปดาห์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>cost</source>
      <translation>ต้นทุน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>cost missing</source>
      <translation>ขาดต้นทุน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>counted in</source>
      <translation>หน่วยนับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>coupon {code}</source>
      <translation>คูปอง {code}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>cutting tool</source>
      <translation>อุปกรณ์ตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_words.py" />
      <source>d h min s</source>
      <translation>d h min s</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_flags.py" />
      <source>date</source>
      <translation>วันที่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_ladder.py" />
      <source>draft</source>
      <translation>ร่าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <source>due in {time}</source>
      <translation>ครบกำหนดใน {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>due {time}</source>
      <translation>กำหนด {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_tasks.py" />
      <source>due {time}, in {left}</source>
      <translation>ครบกำหนด {time} อีก {left}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_changes.py" />
      <source>edited</source>
      <translation>แก้ไขแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>empty: as set when the store was opened</source>
      <translation>เว้นว่าง: ตามที่ตั้งไว้ตอนเปิดร้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>even with an approval</source>
      <translation>แม้ได้รับอนุมัติแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>every price is a multiple of this</source>
      <translation>ทุกราคาเป็นจำนวนเท่าของค่านี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <source>everything</source>
      <translation>ทุกอย่าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>failed its check</source>
      <translation>ไม่ผ่านการตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>failed late too often; put it in force beside this, or say why not</source>
      <translation>ไม่ผ่านหลังขายบ่อยเกินไป นำไปใช้ทางด้านขวา หรือบอกเหตุผลที่ไม่ใช้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>failures after the sale</source>
      <translation>ไม่ผ่านหลังขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>fewer prove nothing</source>
      <translation>น้อยกว่านี้พิสูจน์อะไรไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>fewer say too little</source>
      <translation>น้อยกว่านี้บอกอะไรไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>fewer show a dash</source>
      <translation>น้อยกว่านี้แสดงขีด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>fewer takes a manager's override</source>
      <translation>น้อยกว่านี้ต้องให้ผู้จัดการอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <source>food</source>
      <translation>อาหาร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>food safety manager</source>
      <translation>ผู้จัดการความปลอดภัยอาหาร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>forecast</source>
      <translation>คาดการณ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>from here on all of it is taken off</source>
      <translation>ตั้งแต่ตรงนี้ลดเต็มที่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>from its safety limit</source>
      <translation>จากเกณฑ์ความปลอดภัย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>from the cut until it must be thrown away</source>
      <translation>นับจากตัดจนต้องทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>from the day it is given</source>
      <translation>นับจากวันที่ให้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>from the decision until its portions can be sold</source>
      <translation>ตั้งแต่ตัดสินใจจนขายได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>from the first record of training that the shop keeps</source>
      <translation>ตั้งแต่ร้านเก็บบันทึกการอบรมครั้งแรก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>from the price of what was wished for</source>
      <translation>จากราคาของสิ่งที่ต้องการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>from the reading outside the limits</source>
      <translation>นับจากค่าที่อยู่นอกเกณฑ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>from then on the guest is offered something</source>
      <translation>หลังจากนั้นเสนอชดเชยให้ลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>from when it was made</source>
      <translation>นับจากเวลาที่แจ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/schedule_words.py" />
      <source>from {day}</source>
      <translation>ตั้งแต่ {day}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>from {n} in stock</source>
      <translation>เมื่อมีสต็อกตั้งแต่ {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>full days up to yesterday</source>
      <translation>วันเต็มจนถึงเมื่อวาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>further above is flagged for a look</source>
      <translation>สูงกว่านี้จะขึ้นธงให้ดู</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>further ahead and its readings are not believed</source>
      <translation>เร็วกว่านี้จะไม่เชื่อค่าที่ส่งมา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>given</source>
      <translation>ให้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>given back after a refund</source>
      <translation>คืนหลังคืนเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>given for every full amount below, or for every portion</source>
      <translation>ให้ต่อทุกยอดเต็มด้านล่าง หรือต่อทุกชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_plot.py" />
      <source>good portions, % of those expected, by week</source>
      <translation>ชิ้นดี เป็น % ของที่คาด รายสัปดาห์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_rows.py" />
      <source>grade {grade}</source>
      <translation>เกรด {grade}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>grows to this between markdown threshold and sale floor</source>
      <translation>เพิ่มจนถึงค่านี้ระหว่างจุดเริ่มลดกับเกณฑ์ขายต่ำสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <source>guests saved {amount}</source>
      <translation>ลูกค้าประหยัด {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>harms the food, not the guest</source>
      <translation>เสียต่อคุณภาพ ไม่เป็นอันตรายต่อลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_faults.py" />
      <source>hours</source>
      <translation>ช่วงเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>hours in which prices move</source>
      <translation>ช่วงเวลาที่ราคาขยับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>how far ahead the kitchen looks</source>
      <translation>ครัวมองไปข้างหน้าเท่าใด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>if nobody has taken it</source>
      <translation>ถ้ายังไม่มีใครรับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>in a row; then the guest chooses</source>
      <translation>ติดกัน แล้วให้ลูกค้าเลือก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>in place of the least margin</source>
      <translation>ใช้แทนกำไรขั้นต่ำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>in points; larger makes each inspection count less</source>
      <translation>เป็นคะแนน ยิ่งมาก ผลตรวจแต่ละครั้งยิ่งมีน้ำหนักน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/terminal_rows.py" />
      <source>in use now</source>
      <translation>กำลังใช้งาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>is the whole of</source>
      <translation>เป็นชิ้นเต็มของ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>it does not rise again within this time; it may fall</source>
      <translation>ภายในเวลานี้ราคาไม่ขึ้นอีก แต่ลดได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>kitchen</source>
      <translation>ครัว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>larger follows faster</source>
      <translation>ยิ่งมากยิ่งตามเร็ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>larger follows faster and trembles more</source>
      <translation>ยิ่งมากยิ่งตามเร็วและแกว่งมาก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>larger lets inspections move it faster</source>
      <translation>ยิ่งมาก ผลตรวจยิ่งขยับเส้นได้เร็ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>largest portion</source>
      <translation>ส่วนใหญ่สุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>late</source>
      <translation>ช้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_tasks.py" />
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>late since {time}</source>
      <translation>เลยกำหนดตั้งแต่ {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>later every refund takes an approval</source>
      <translation>หลังจากนั้นทุกการคืนต้องได้รับอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/staff_editor.py" />
      <source>left</source>
      <translation>ออกแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>like 1 h: 90 %; 30 min: 75 %</source>
      <translation>เช่น 1 h: 90 %; 30 min: 75 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_flags.py" />
      <source>line {n}: {column} “{text}”</source>
      <translation>บรรทัด {n}: {column} “{text}”</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>looks on display; below: not on time, of all</source>
      <translation>การตรวจของที่วางขาย ด้านล่าง: ไม่ทันเวลา จากทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>lost its grade in orders</source>
      <translation>เกรดลดระหว่างรอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>lower prices where more is left than will be asked for</source>
      <translation>ลดราคาเมื่อเหลือมากกว่าที่คาดว่าจะขายได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>lowered prices with a rule and a budget</source>
      <translation>ราคาพิเศษที่มีกฎและงบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>manager</source>
      <translation>ผู้จัดการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_faults.py" />
      <source>margin</source>
      <translation>กำไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/ladder_plot.py" />
      <source>margin floor {n}</source>
      <translation>กำไรขั้นต่ำ {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/ladder_plot.py" />
      <source>marked down below {n}</source>
      <translation>ลดราคาเมื่อต่ำกว่า {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>mean of the stars; below: ratings in the week from that day</source>
      <translation>ดาวเฉลี่ย · ด้านล่าง: จำนวนคะแนนในสัปดาห์นับจากวันนั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_plot.py" />
      <source>mean score</source>
      <translation>คะแนนเฉลี่ย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_plot.py" />
      <source>mean score of the day's looks</source>
      <translation>คะแนนเฉลี่ยของการตรวจในวันนั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>more puts the product under watch</source>
      <translation>เกินนี้สินค้าจะถูกเฝ้าดู</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>more takes a manager's override</source>
      <translation>มากกว่านี้ต้องให้ผู้จัดการอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>more takes an approval</source>
      <translation>มากกว่านี้ต้องได้รับอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>name</source>
      <translation>ชื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>name missing</source>
      <translation>ขาดชื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>name of way {n}</source>
      <translation>ชื่อของวิธีที่ {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_rows.py" />
      <source>never asked</source>
      <translation>ยังไม่เคยถาม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/terminal_rows.py" />
      <source>never seen</source>
      <translation>ยังไม่เคยเชื่อมต่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_changes.py" />
      <source>new</source>
      <translation>ใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_tasks.py" />
      <source>no deadline</source>
      <translation>ไม่มีกำหนด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/probes_page.py" />
      <source>no limit</source>
      <translation>ไม่มีเกณฑ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/ladder_plot.py" />
      <location filename="../../app/ui/manager/price_effects.py" />
      <location filename="../../app/ui/manager/price_rows.py" />
      <source>no price</source>
      <translation>ไม่มีราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_rows.py" />
      <source>no, {at}</source>
      <translation>ไม่ยินยอม, {at}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/hours_form.py" />
      <source>nobody yet</source>
      <translation>ยังไม่มีใคร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>none, confirmed</source>
      <translation>ไม่มี ยืนยันแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>not approved yet</source>
      <translation>ยังไม่อนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <source>not at all</source>
      <translation>ไม่ได้ตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_tasks.py" />
      <source>noticed by the store</source>
      <translation>ระบบตรวจพบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_ladder.py" />
      <source>now</source>
      <translation>ตอนนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>of a line, by hand and without asking</source>
      <translation>ของหนึ่งรายการ ด้วยมือโดยไม่ต้องถาม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>of a product's revenue; the manager is asked to decide</source>
      <translation>ของรายได้สินค้า ผู้จัดการจะถูกขอให้ตัดสินใจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>of each day, product, station and employee</source>
      <translation>ของแต่ละวัน สินค้า สถานี และพนักงาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>of its price at that moment</source>
      <translation>ของราคาขณะนั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>of its promised time; red from 100 %</source>
      <translation>ของเวลาที่สัญญา แดงตั้งแต่ 100 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>of the guest's portions</source>
      <translation>ของจำนวนชิ้นที่ลูกค้าซื้อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>of the intervals above</source>
      <translation>ของช่วงด้านบน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>of the line's price</source>
      <translation>ของราคารายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>of the line's price, for each grade</source>
      <translation>ของราคารายการ ต่อหนึ่งเกรด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>of the line's price; 0 gives the oldest of the grade</source>
      <translation>ของราคารายการ 0 คือให้ชิ้นเก่าสุดของเกรด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>of the list price</source>
      <translation>ของราคาป้าย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>of the price, at the end of a portion's own life</source>
      <translation>ของราคา ช่วงท้ายอายุของชิ้นนั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>of the price, for each point of presentation begun</source>
      <translation>ของราคา ต่อทุกคะแนนหน้าตาที่ขาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>of the price, however it looks</source>
      <translation>ของราคา ไม่ว่าหน้าตาจะเป็นอย่างไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>of the price, when far too many are left</source>
      <translation>ของราคา เมื่อเหลือมากเกินไปมาก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>of the price; no rule lowers a price further</source>
      <translation>ของราคาขาย ไม่มีกฎใดลดราคาต่ำกว่านี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>of the standard portion, with an approval</source>
      <translation>ของชิ้นมาตรฐาน โดยได้รับอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>of the standard weight; larger goes to quality review</source>
      <translation>ของน้ำหนักมาตรฐาน ใหญ่กว่านี้ส่งตรวจคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>of the standard weight; smaller goes to quality review</source>
      <translation>ของน้ำหนักมาตรฐาน เล็กกว่านี้ส่งตรวจคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>of the usual intervals and hold times</source>
      <translation>ของช่วงตรวจและเวลาจองปกติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>of what chance alone would give; 100 % is chance</source>
      <translation>เทียบกับความบังเอิญ 100 % คือบังเอิญล้วน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>of what is on sale today</source>
      <translation>ของสิ่งที่ขายวันนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>of what one brings that is sold whole; 100 % is as much</source>
      <translation>ของรายได้เมื่อขายทั้งชิ้น 100 % คือเท่ากัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>of what was thrown away at once</source>
      <translation>ของที่ทิ้งในครั้งเดียว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/ladder_plot.py" />
      <source>off sale after {age}, by its quality</source>
      <translation>หยุดขายหลัง {age} ตามคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/ladder_plot.py" />
      <source>off sale after {age}, by its shelf life</source>
      <translation>หยุดขายหลัง {age} ตามอายุการเก็บ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>off sale before</source>
      <translation>หยุดขายก่อนตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_faults.py" />
      <source>offer</source>
      <translation>ข้อเสนอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>offered first; other allowed counts can still be chosen</source>
      <translation>เสนอก่อน จำนวนอื่นที่อนุญาตยังเลือกได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>older days are left out</source>
      <translation>วันที่เก่ากว่าไม่ใช้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>older ones are left out</source>
      <translation>ข้อมูลที่เก่ากว่านี้ไม่นับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>older trouble no longer counts</source>
      <translation>ปัญหาที่เก่ากว่าไม่นับแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>older visits no longer count</source>
      <translation>การมาที่เก่ากว่าไม่นับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>on till and customer display</source>
      <translation>ที่เครื่องขายและจอลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>on time</source>
      <translation>ทันเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>once all of the order was paid back</source>
      <translation>เมื่อคืนเงินทั้งออร์เดอร์แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>once, by food safety, never past the safety limit</source>
      <translation>ครั้งเดียวโดยผู้ดูแลความปลอดภัย ไม่เกินเกณฑ์ความปลอดภัย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>once; 0 s blocks it at the first proven reading</source>
      <translation>ครั้งเดียว 0 s คือกักทันทีที่พบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>one factor per grade instead of a falling line</source>
      <translation>ใช้ตัวคูณตามเกรดแทนการลดแบบเส้นตรง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>only products counted this way may be cut</source>
      <translation>ตัดได้เฉพาะสินค้าที่นับด้วยหน่วยนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>open days</source>
      <translation>นับเฉพาะวันที่เปิด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <source>order</source>
      <translation>ออเดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>orders added to both sides, so that chance proves nothing</source>
      <translation>จำนวนออเดอร์ที่เติมทั้งสองฝั่ง เพื่อไม่ให้ความบังเอิญเป็นหลักฐาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_flags.py" />
      <source>origin</source>
      <translation>ที่มา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>pieces a day</source>
      <translation>ชิ้นต่อวัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>pieces an hour</source>
      <translation>ชิ้นต่อชั่วโมง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>points; below: given in the week from that day</source>
      <translation>คะแนนสะสม ด้านล่าง: ที่ให้ในสัปดาห์จากวันนั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>points; from there a look opens an investigation</source>
      <translation>คะแนน ตั้งแต่นี้จะเปิดการสอบสวน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>portions in a row of way {n}</source>
      <translation>จำนวนชิ้นต่อแถวของวิธีที่ {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>portions of way {n}</source>
      <translation>จำนวนส่วนของวิธีที่ {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>portions per whole missing</source>
      <translation>ขาดจำนวนชิ้นต่อถาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>prepared on request</source>
      <translation>การเตรียมตามคำขอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>presentation checklist</source>
      <translation>รายการตรวจรูปลักษณ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_ladder.py" />
      <location filename="../../app/ui/manager/product_words.py" />
      <location filename="../../app/ui/manager/rival_flags.py" />
      <source>price</source>
      <translation>ราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>price missing</source>
      <translation>ขาดราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>price of a whole</source>
      <translation>ราคาทั้งชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_flags.py" />
      <source>product</source>
      <translation>สินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <source>promise {t}</source>
      <translation>สัญญาไว้ {t}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>quality model missing</source>
      <translation>ขาดแบบจำลองคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>questions asked; below: granted of asked</source>
      <translation>คำขอ ด้านล่าง: อนุมัติจากที่ขอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>redeemed</source>
      <translation>ใช้แลก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>reference temperature</source>
      <translation>อุณหภูมิอ้างอิง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/held_lots.py" />
      <source>release or waste them</source>
      <translation>ปล่อยหรือทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>rules no. {n}</source>
      <translation>กฎฉบับที่ {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/voucher_rows.py" />
      <source>run out</source>
      <translation>หมดอายุ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/ladder_plot.py" />
      <source>sale floor {n}</source>
      <translation>ขายไม่ได้เมื่อต่ำกว่า {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/terminal_rows.py" />
      <source>seen {time} ago</source>
      <translation>พบล่าสุด {time} ที่แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_preview.py" />
      <source>sellable {n}</source>
      <translation>ขายได้ {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>shape of the decay</source>
      <translation>รูปแบบการเสื่อม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>share of all looks</source>
      <translation>สัดส่วนของการตรวจทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>share of all, at a moment nobody knows</source>
      <translation>สัดส่วนของทั้งหมด ในเวลาที่ไม่มีใครรู้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>share of the guest's visits with that product</source>
      <translation>สัดส่วนครั้งที่ลูกค้าซื้อสินค้านั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>share of the shelf life that is over</source>
      <translation>สัดส่วนอายุที่ผ่านไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>share of the time after cutting</source>
      <translation>สัดส่วนของเวลาหลังตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>share of those due, before they are overdue</source>
      <translation>สัดส่วนของการตรวจที่ถึงกำหนด ก่อนเลยเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>shelf life after cutting</source>
      <translation>อายุหลังตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>shelf life after cutting missing</source>
      <translation>ขาดอายุหลังตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>shorter follows a rush sooner</source>
      <translation>ยิ่งสั้นยิ่งตามช่วงคนแน่นเร็ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>shorter where the risk is higher</source>
      <translation>ถี่ขึ้นเมื่อเสี่ยงมากขึ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>shown beside an order</source>
      <translation>แสดงข้างออเดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>size</source>
      <translation>ขนาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>smallest portion</source>
      <translation>ส่วนเล็กสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>so long before it and after it</source>
      <translation>ช่วงก่อนและหลังการอบรม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>so long before its last day</source>
      <translation>ล่วงหน้าก่อนวันสุดท้าย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>so many are redeemed at once</source>
      <translation>ใช้แลกครั้งละเท่านี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>so many put product or unit under watch</source>
      <translation>ครบเท่านี้สินค้าหรือตู้จะถูกเฝ้าดู</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>so that a price does not move all the time</source>
      <translation>เพื่อไม่ให้ราคาขยับตลอดเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>so that nothing is lost while paying</source>
      <translation>เพื่อไม่ให้หลุดระหว่างจ่ายเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>sold</source>
      <translation>ขายได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>somebody reads the temperature by hand</source>
      <translation>ให้คนวัดอุณหภูมิเอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>somebody speaks with the guest</source>
      <translation>ให้มีคนไปคุยกับลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>station</source>
      <translation>สถานี</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>such a portion is held for review</source>
      <translation>ชิ้นแบบนั้นถูกกักไว้ตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>such portions are given out before all others</source>
      <translation>ชิ้นเหล่านี้ถูกขายก่อนชิ้นอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <source>surface</source>
      <translation>พื้นผิว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/week_plot.py" />
      <source>taken back</source>
      <translation>เรียกคืน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>taken off the order</source>
      <translation>หักจากยอดของออเดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_changes.py" />
      <source>taken out</source>
      <translation>เอาออก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_plot.py" />
      <source>target</source>
      <translation>เป้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_trend.py" />
      <source>target {n}</source>
      <translation>เป้าหมาย {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_plot.py" />
      <source>target {n} %</source>
      <translation>เป้าหมาย {n} %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <source>target {t}</source>
      <translation>เป้าหมาย {t}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <source>target {t}, alarm {a}</source>
      <translation>เป้าหมาย {t} เตือนที่ {a}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>tax</source>
      <translation>ภาษี</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/words.py" />
      <source>tax rate missing</source>
      <translation>ขาดอัตราภาษี</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>temperature factor</source>
      <translation>ตัวคูณอุณหภูมิ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>the allergen</source>
      <translation>สารนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>the forecast is the other half</source>
      <translation>อีกครึ่งคือค่าพยากรณ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>the last ones</source>
      <translation>วันล่าสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>the last open ones</source>
      <translation>วันที่เปิดล่าสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>the lowest grade that is sold</source>
      <translation>เกรดต่ำสุดที่ยังขายได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>the next one takes an approval</source>
      <translation>ครั้งถัดไปต้องได้รับอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/equipment_editor.py" />
      <source>the product's own</source>
      <translation>ตามสินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>the second time it asks</source>
      <translation>เป็นการถามครั้งที่สอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>the shop's hours are the other half</source>
      <translation>อีกครึ่งคือเวลาของทั้งร้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>then another method is looked for</source>
      <translation>แล้วระบบหาวิธีอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>then it is only in the records</source>
      <translation>หลังจากนั้นอยู่ในบันทึกเท่านั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>then it is overdue</source>
      <translation>หลังจากนั้นถือว่าเลยกำหนด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>then it lapses and can be asked again</source>
      <translation>จากนั้นหมดอายุและถามใหม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>then somebody measures and signs, as often as the shelf life rules say</source>
      <translation>จากนั้นต้องมีคนวัดและลงชื่อตามความถี่ในกฎอายุอาหาร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>then the display is idle again</source>
      <translation>แล้วจอกลับไปหน้าพัก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>then the kitchen is told again</source>
      <translation>แล้วครัวจะได้รับแจ้งอีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>then the task is overdue</source>
      <translation>หลังจากนั้นงานถือว่าเลยกำหนด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>these roles go as far as the portion's cost</source>
      <translation>บทบาทเหล่านี้ลดได้ถึงต้นทุนของชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>these roles have the cashier's limit</source>
      <translation>บทบาทเหล่านี้ใช้เพดานของแคชเชียร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_return.py" />
      <source>this program cannot read those rules any more.</source>
      <translation>โปรแกรมนี้อ่านกฎเหล่านั้นไม่ได้แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>thrown away at once</source>
      <translation>ที่ทิ้งในครั้งเดียว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_plot.py" />
      <source>thrown away, % of what was cut</source>
      <translation>ที่ทิ้ง เป็น % ของที่ตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>time above the sale floor</source>
      <translation>เวลาที่คุณภาพยังขายได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>time of preparation</source>
      <translation>เวลาเตรียม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>time to take it out and throw it away</source>
      <translation>เวลาสำหรับเก็บออกและทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_faults.py" />
      <source>to be approved</source>
      <translation>รออนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>to expect the next ones</source>
      <translation>เพื่อคาดยอดถัดไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <source>tool</source>
      <translation>อุปกรณ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>under this score the price begins to fall</source>
      <translation>คะแนนต่ำกว่านี้ราคาจะเริ่มลด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>unless somebody touches it before</source>
      <translation>เว้นแต่มีคนแตะก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/schedule_words.py" />
      <source>until {day}</source>
      <translation>ถึง {day}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>until {time}</source>
      <translation>ถึง {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/coupon_codes.py" />
      <source>until {when}</source>
      <translation>จนถึง {when}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>up or down from its even angle</source>
      <translation>มากหรือน้อยกว่ามุมที่เท่ากัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>up or down from its standard weight</source>
      <translation>มากหรือน้อยกว่าน้ำหนักมาตรฐาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>up or down from the list price; beyond it takes an approval</source>
      <translation>ขึ้นหรือลงจากราคาป้าย เกินนี้ต้องได้รับอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <source>up to {n} min</source>
      <translation>ไม่เกิน {n} นาที</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>upper ends in minutes, rising, with commas between</source>
      <translation>ขอบบนเป็นนาที เรียงจากน้อยไปมาก คั่นด้วยจุลภาค</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>voucher of {amount}</source>
      <translation>บัตรกำนัล {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>ways of cutting</source>
      <translation>วิธีตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>weight of way {n}</source>
      <translation>น้ำหนักของวิธีที่ {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>what a guest earns points for</source>
      <translation>ลูกค้าได้แต้มจากอะไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>what is held against ours</source>
      <translation>ใช้เทียบกับราคาเรา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>when a wish cannot be met</source>
      <translation>เมื่อไม่มีตามที่ต้องการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_training.py" />
      <source>where no other day is typed</source>
      <translation>ถ้าไม่ได้พิมพ์วันอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>whether tax is taken out before the margin is looked at</source>
      <translation>ตัดภาษีออกก่อนคิดกำไรหรือไม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_service.py" />
      <source>whether the till offers it</source>
      <translation>ให้เครื่องขายเสนอหรือไม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_food.py" />
      <source>which ones must be declared, and their names</source>
      <translation>ต้องแจ้งตัวใดบ้าง และใช้ชื่อใด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>who may take how much off</source>
      <translation>ใครลดได้เท่าใด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <source>with a temperature</source>
      <translation>พร้อมวัดอุณหภูมิ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>with single codes</source>
      <translation>ด้วยรหัสแบบใช้ครั้งเดียว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_rows.py" />
      <source>withdrawn by {name}</source>
      <translation>ถอนโดย {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>within the time below, and somebody looks into it</source>
      <translation>ภายในเวลาด้านล่าง แล้วต้องมีคนตรวจสอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>within the time the profile looks back</source>
      <translation>ภายในช่วงที่มองย้อนหลัง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_sale.py" />
      <source>without a newer one the worst case counts</source>
      <translation>ถ้าไม่มีค่าใหม่กว่าจะนับตามกรณีเลวร้ายที่สุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_rows.py" />
      <source>written down by {name}</source>
      <translation>บันทึกโดย {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_rows.py" />
      <source>yes, {at}</source>
      <translation>ยินยอม, {at}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_plot.py" />
      <source>yield</source>
      <translation>ผลผลิต</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <source>{amount} in cash</source>
      <translation>เงินสด {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <source>{amount} in cash, {back} paid back</source>
      <translation>เงินสด {amount} คืนเงิน {back}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/voucher_rows.py" />
      <source>{amount} outstanding on {n} vouchers</source>
      <translation>ค้างจ่าย {amount} จากบัตรกำนัล {n} ใบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rates.py" />
      <source>{a} to {b} min</source>
      <translation>{a} ถึง {b} นาที</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/failure_alert.py" />
      <source>{count} of its lot must be looked at before they go out. It is on the page Quality.</source>
      <translation>ต้องตรวจอีก {count} ชิ้นในล็อตเดียวกันก่อนส่งออก ดูที่หน้าคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/choice_what_if.py" />
      <source>{count} orders played again. Nothing was changed.</source>
      <translation>จำลอง {count} ออเดอร์แล้ว ไม่มีอะไรเปลี่ยนแปลง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guests_page.py" />
      <source>{count} points</source>
      <translation>{count} คะแนน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guests_page.py" />
      <source>{count} sales stay, of nobody.</source>
      <translation>การขาย {count} รายการยังอยู่ โดยไม่ระบุตัวลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <source>{count} used up</source>
      <translation>ใช้หมดแล้ว {count}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_plot.py" />
      <source>{day}: mean {mean} of {n} looks · failed {failed} · in time {time}</source>
      <translation>{day}: เฉลี่ย {mean} จากการตรวจ {n} ครั้ง · ไม่ผ่าน {failed} · ทันเวลา {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_plot.py" />
      <source>{day}: {share} % · {part} of {whole}</source>
      <translation>{day}: {share} % · {part} จาก {whole}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>{expected} expected, {sold} sold.</source>
      <translation>คาดไว้ {expected} ขายได้ {sold}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/training_rows.py" />
      <source>{held} – {until}</source>
      <translation>{held} – {until}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/terminal_rows.py" />
      <source>{last} s, most {most} s</source>
      <translation>{last} วิ สูงสุด {most} วิ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>{lot} holds {what}</source>
      <translation>{lot} มี {what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/coupon_codes.py" />
      <source>{made} codes of {when}, by {who}</source>
      <translation>{made} รหัส สร้างเมื่อ {when} โดย {who}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>{money} off {goods}</source>
      <translation>ลด {money}: {goods}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <source>{money} paid back · {sample}</source>
      <translation>คืนเงิน {money} · {sample}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/equipment_editor.py" />
      <location filename="../../app/ui/manager/staff_editor.py" />
      <source>{name} is kept</source>
      <translation>บันทึก {name} แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_lines.py" />
      <source>{name} · week from {day}</source>
      <translation>{name} · สัปดาห์ตั้งแต่ {day}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/curve_words.py" />
      <location filename="../../app/ui/manager/product_curves.py" />
      <source>{name}: how it keeps</source>
      <translation>{name}: การคงคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/coupon_codes.py" />
      <source>{n} codes are made</source>
      <translation>สร้างแล้ว {n} รหัส</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <source>{n} complaints</source>
      <translation>{n} ข้อร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/dashboard.py" />
      <source>{n} cut</source>
      <translation>ตัด {n} ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_board.py" />
      <source>{n} days</source>
      <translation>{n} วัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>{n} failures: {cause}</source>
      <translation>ไม่ผ่าน {n} ครั้ง: {cause}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>{n} for {money}: {goods}</source>
      <translation>{n} ชิ้น {money}: {goods}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_page.py" />
      <source>{n} looks · off by {miss} points · seen {bias} better than predicted</source>
      <translation>ตรวจ {n} ครั้ง · คลาดเคลื่อน {miss} คะแนน · ที่เห็นดีกว่าที่คาด {bias}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_page.py" />
      <source>{n} looks · off by {miss} points · seen {bias} worse than predicted</source>
      <translation>ตรวจ {n} ครั้ง · คลาดเคลื่อน {miss} คะแนน · ที่เห็นแย่กว่าที่คาด {bias}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_preview.py" />
      <source>{n} of {all} portions would leave sale at once.</source>
      <translation>{n} จาก {all} ชิ้นจะออกจากการขายทันที</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>{n} orders at most</source>
      <translation>ไม่เกิน {n} ออร์เดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>{n} per guest</source>
      <translation>{n} ครั้งต่อลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_form.py" />
      <source>{n} portions from one {name}</source>
      <translation>{n} ชิ้นจาก {name} หนึ่งชิ้นใหญ่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/sell_first_list.py" />
      <source>{n} portions leave sale within {time}: {cost} at cost</source>
      <translation>{n} ชิ้นจะหมดเวลาขายภายใน {time} มูลค่าต้นทุน {cost}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>{n} portions, {cost}</source>
      <translation>{n} ชิ้น {cost}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rival_prices.py" />
      <source>{n} prices imported</source>
      <translation>นำเข้า {n} ราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <source>{n} ratings</source>
      <translation>{n} คะแนน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/stock_tasks.py" />
      <source>{n} received</source>
      <translation>รับเข้าแล้ว {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <source>{n} times made good</source>
      <translation>ชดเชย {n} ครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/removal_words.py" />
      <source>{n} to book as waste ({codes}): Checks in the kitchen, or Stock</source>
      <translation>ต้องบันทึกเป็นของเสีย {n} ชิ้น ({codes}): ที่ “ตรวจ” ในครัว หรือที่ “สต็อก”</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_preview.py" />
      <source>{n} would come on sale.</source>
      <translation>{n} ชิ้นจะขึ้นขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>{parts} for {money}</source>
      <translation>{parts} ราคา {money}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/kpi_lines.py" />
      <source>{part} of {whole}</source>
      <translation>{part} จาก {whole}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_values.py" />
      <source>{points} points a minute</source>
      <translation>{points} คะแนนต่อนาที</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_facts.py" />
      <source>{score} when cut</source>
      <translation>{score} ตอนตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/policy_change.py" />
      <source>{section}: {note}</source>
      <translation>{section}: {note}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/promotion_form.py" />
      <source>{share} off {goods}</source>
      <translation>ลด {share}: {goods}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/product_words.py" />
      <source>{size}: {n}</source>
      <translation>{size}: {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/work_places.py" />
      <source>{time} queued</source>
      <translation>งานรอ {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/coupon_codes.py" />
      <source>{used} orders used it, {held} open orders have it</source>
      <translation>ใช้แล้ว {used} ออร์เดอร์ อยู่ในออร์เดอร์ที่เปิด {held}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/coupon_codes.py" />
      <source>{used} used, {held} in open orders, {open} open</source>
      <translation>ใช้แล้ว {used} อยู่ในออร์เดอร์ที่เปิด {held} ยังไม่ใช้ {open}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/guest_rows.py" />
      <source>{visits} visits, the last {ago} ago. Usually {names}. Mostly about {hours}.</source>
      <translation>มา {visits} ครั้ง ครั้งล่าสุด {ago} ที่แล้ว มักซื้อ {names} ส่วนใหญ่ราว {hours}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_rows.py" />
      <source>{what} (page Quality)</source>
      <translation>{what} (หน้าคุณภาพ)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>{when}: {expected} expected, {sold} sold</source>
      <translation>{when}: คาดไว้ {expected} ขายได้ {sold}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/quality_items.py" />
      <source>{why} · looked at twice as often</source>
      <translation>{why} · ตรวจถี่ขึ้นสองเท่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/feedback_scores.py" />
      <source>{word}, target {target} · {sample}</source>
      <translation>{word}, เป้าหมาย {target} · {sample}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <source>– retired</source>
      <translation>– เลิกใช้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>“Thank you” stays for</source>
      <translation>“ขอบคุณ” อยู่นาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_kitchen.py" />
      <source>“Undo” stays for</source>
      <translation>ปุ่ม “เลิกทำ” อยู่นาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>“no” cleans only where an allergen would be brought in</source>
      <translation>“ไม่” คือทำเฉพาะเมื่อจะนำสารก่อภูมิแพ้เข้าไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/hours_form.py" />
      <source>“{text}” {author}, {day}; approved by {who}</source>
      <translation>“{text}” {author}, {day}; อนุมัติโดย {who}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_shop.py" />
      <source>… once the order was handed over</source>
      <translation>… หลังส่งมอบออเดอร์แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>… or from a cost of</source>
      <translation>… หรือตั้งแต่ต้นทุน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/rule_texts_checks.py" />
      <source>… within</source>
      <translation>… ภายใน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/price_tasks.py" />
      <source>−{fall} %: {after} in {days} days after {before}</source>
      <translation>−{fall} %: {after} ใน {days} วัน จากเดิม {before}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>▲ Missed</source>
      <translation>▲ ไม่ถึงเป้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>▲ Order {number} avoids {what}: it cannot be paid with its portion</source>
      <translation>▲ ออเดอร์ {number} เลี่ยง {what}: จ่ายเงินพร้อมชิ้นนี้ไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>▲ Order {number} is paid and not handed over: tell the guest</source>
      <translation>▲ ออเดอร์ {number} จ่ายแล้วยังไม่ได้ส่งมอบ: โปรดแจ้งลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>▲ Sold without this being said – receipts: {list}</source>
      <translation>▲ ขายไปโดยไม่ได้บอก – ใบเสร็จ: {list}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>▲ not stated: not for sale</source>
      <translation>▲ ยังไม่ระบุ: ห้ามขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/probes_page.py" />
      <source>▲ outside its limit</source>
      <translation>▲ นอกเกณฑ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <source>▲ overdue since {time}</source>
      <translation>▲ เกินกำหนดตั้งแต่ {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>▲ sold out</source>
      <translation>▲ ขายหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/forecast_plot.py" />
      <source>▲ sold out {time}</source>
      <translation>▲ ขายหมด {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/probes_page.py" />
      <source>◆ colder than is good for the food</source>
      <translation>◆ เย็นเกินกว่าที่ดีต่ออาหาร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/probes_page.py" />
      <source>◆ not proven: measure again</source>
      <translation>◆ ยังยืนยันไม่ได้: วัดใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <source>◆ used, no allergens</source>
      <translation>◆ ใช้แล้ว ไม่มีสารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/look_lines.py" />
      <source>● Met</source>
      <translation>● ถึงเป้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/allergen_rows.py" />
      <source>● clean</source>
      <translation>● สะอาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/probes_page.py" />
      <source>● within its limit</source>
      <translation>● อยู่ในเกณฑ์</translation>
    </message>
  </context>
  <context>
    <name>OfficeRail</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Allergens</source>
      <translation>สารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Approvals</source>
      <translation>การอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Complaints</source>
      <translation>ข้อร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Customers</source>
      <translation>ลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Devices and staff</source>
      <translation>อุปกรณ์และพนักงาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Goods</source>
      <translation>สินค้าในร้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Guests</source>
      <translation>ลูกค้าประจำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Menu</source>
      <translation>เมนู</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Prices</source>
      <translation>ราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Quality</source>
      <translation>คุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Quality review</source>
      <translation>ตรวจคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Receive, cut, waste</source>
      <translation>รับ ตัด ทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Rules</source>
      <translation>กฎ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Sale</source>
      <translation>การขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Shop</source>
      <translation>ร้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Sign out</source>
      <translation>ออกจากระบบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Stock</source>
      <translation>สต็อก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Today</source>
      <translation>วันนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeRail.qml" />
      <source>Training</source>
      <translation>การอบรม</translation>
    </message>
  </context>
  <context>
    <name>OfficeWindow</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeWindow.qml" />
      <source>Not current: %1</source>
      <translation>ไม่เป็นปัจจุบัน: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/OfficeWindow.qml" />
      <source>Wedge back office</source>
      <translation>Wedge หลังร้าน</translation>
    </message>
  </context>
  <context>
    <name>OrderKeys</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderKeys.qml" />
      <source>Cancel</source>
      <translation>ยกเลิก</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderKeys.qml" />
      <source>Discount</source>
      <translation>ส่วนลด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderKeys.qml" />
      <source>Guest</source>
      <translation>ลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderKeys.qml" />
      <source>Hold</source>
      <translation>พักไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderKeys.qml" />
      <source>Pay</source>
      <translation>ชำระเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderKeys.qml" />
      <source>Pay %1</source>
      <translation>ชำระ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderKeys.qml" />
      <source>Told the guest</source>
      <translation>แจ้งลูกค้าแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderKeys.qml" />
      <source>Told the guest · Pay %1</source>
      <translation>แจ้งลูกค้าแล้ว · ชำระ %1</translation>
    </message>
  </context>
  <context>
    <name>OrderLine</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderLine.qml" />
      <source>Another portion for %1</source>
      <translation>เปลี่ยนชิ้นของ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderLine.qml" />
      <source>Discount on %1</source>
      <translation>ส่วนลดของ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderLine.qml" />
      <source>How %1 is prepared</source>
      <translation>การเตรียม %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderLine.qml" />
      <source>Remove %1</source>
      <translation>นำ %1 ออก</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderLine.qml" />
      <source>Retry</source>
      <translation>ลองใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderLine.qml" />
      <source>What %1 contains</source>
      <translation>ส่วนผสมของ %1</translation>
    </message>
  </context>
  <context>
    <name>OrderPage</name>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/OrderPage.qml" />
      <source>Paid</source>
      <translation>ชำระแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/OrderPage.qml" />
      <source>To pay</source>
      <translation>ยอดชำระ</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/OrderPage.qml" />
      <source>Your order</source>
      <translation>รายการของคุณ</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/customer/qml/Wedge/Customer/OrderPage.qml" />
      <source>▲ %n more line(s) above</source>
      <translation>
        <numerusform>▲ อีก %n รายการด้านบน</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>OrderPanel</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderPanel.qml" />
      <source>Hold longer, once</source>
      <translation>ยืดเวลาจองหนึ่งครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderPanel.qml" />
      <source>Nothing was paid.</source>
      <translation>ยังไม่ได้ชำระเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderPanel.qml" />
      <source>On hold %1</source>
      <translation>พักไว้ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderPanel.qml" />
      <source>Take again</source>
      <translation>หยิบใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderPanel.qml" />
      <source>Tap a product to begin.</source>
      <translation>แตะสินค้าเพื่อเริ่ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderPanel.qml" />
      <source>The hold has run out</source>
      <translation>หมดเวลากันสินค้าแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderPanel.qml" />
      <source>The order is empty</source>
      <translation>ยังไม่มีรายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderPanel.qml" />
      <source>⚠ Avoids: %1</source>
      <translation>⚠ หลีกเลี่ยง: %1</translation>
    </message>
  </context>
  <context>
    <name>OrderTotals</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderTotals.qml" />
      <source>%1 more</source>
      <translation>เพิ่ม %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderTotals.qml" />
      <source>%1 saved</source>
      <translation>ประหยัด %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderTotals.qml" />
      <source>Avoid …</source>
      <translation>แพ้อาหาร …</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderTotals.qml" />
      <source>Coupon …</source>
      <translation>คูปอง …</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderTotals.qml" />
      <source>Ready in about %1</source>
      <translation>พร้อมในอีกประมาณ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OrderTotals.qml" />
      <source>Total</source>
      <translation>รวมทั้งสิ้น</translation>
    </message>
  </context>
  <context>
    <name>OthersSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OthersSheet.qml" />
      <source>Instead of %1</source>
      <translation>แทน %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OthersSheet.qml" />
      <source>None available</source>
      <translation>ไม่มีให้เลือก</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/OthersSheet.qml" />
      <source>Nothing of another grade or size, and nothing like it near the price.</source>
      <translation>ไม่มีเกรดหรือขนาดอื่น และไม่มีสินค้าคล้ายกันในราคาใกล้เคียง</translation>
    </message>
  </context>
  <context>
    <name>PaidPanel</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PaidPanel.qml" />
      <source>Change</source>
      <translation>เงินทอน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PaidPanel.qml" />
      <source>Next order</source>
      <translation>ออเดอร์ถัดไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PaidPanel.qml" />
      <source>● Paid %1</source>
      <translation>● ชำระแล้ว %1</translation>
    </message>
  </context>
  <context>
    <name>ParkedSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/ParkedSheet.qml" />
      <source>Hold or finish the order at the right first.</source>
      <translation>พักหรือปิดออร์เดอร์ทางขวาก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/ParkedSheet.qml" />
      <source>Orders on hold</source>
      <translation>ออร์เดอร์ที่พักไว้</translation>
    </message>
  </context>
  <context>
    <name>PayPanel</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PayPanel.qml" />
      <source>Ask again</source>
      <translation>ถามอีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PayPanel.qml" />
      <source>Back</source>
      <translation>ย้อนกลับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PayPanel.qml" />
      <source>Exact</source>
      <translation>พอดี</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PayPanel.qml" />
      <source>Other amount</source>
      <translation>จำนวนอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PayPanel.qml" />
      <source>Pay this</source>
      <translation>ชำระตามนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PayPanel.qml" />
      <source>Pay with the voucher</source>
      <translation>ชำระด้วยบัตรกำนัล</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PayPanel.qml" />
      <source>Paying …</source>
      <translation>กำลังชำระเงิน …</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PayPanel.qml" />
      <source>Take %1 out</source>
      <translation>เอา %1 ออก</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PayPanel.qml" />
      <source>The guest agrees</source>
      <translation>ลูกค้าตกลง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PayPanel.qml" />
      <source>The total has changed</source>
      <translation>ยอดรวมเปลี่ยนแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PayPanel.qml" />
      <source>Voucher</source>
      <translation>บัตรกำนัล</translation>
    </message>
  </context>
  <context>
    <name>Picker</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/Picker.qml" />
      <source>Choose …</source>
      <translation>เลือก …</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/Picker.qml" />
      <source>Nothing matches</source>
      <translation>ไม่พบรายการที่ตรงกัน</translation>
    </message>
  </context>
  <context>
    <name>PlacesView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PlacesView.qml" />
      <source>Everything is printed</source>
      <translation>พิมพ์ครบแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PlacesView.qml" />
      <source>Kind</source>
      <translation>ประเภท</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PlacesView.qml" />
      <source>No terminals</source>
      <translation>ไม่มีเครื่อง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PlacesView.qml" />
      <source>Register</source>
      <translation>เครื่องคิดเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PlacesView.qml" />
      <source>Status</source>
      <translation>สถานะ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PlacesView.qml" />
      <source>Terminal</source>
      <translation>เครื่อง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PlacesView.qml" />
      <source>Waited</source>
      <translation>รอข้อมูลใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PlacesView.qml" />
      <source>Waiting for paper</source>
      <translation>รอพิมพ์</translation>
    </message>
  </context>
  <context>
    <name>PortionCheckSheet</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/PortionCheckSheet.qml" />
      <source>Back</source>
      <translation>กลับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/PortionCheckSheet.qml" />
      <source>Good: prepare it</source>
      <translation>ดี: เตรียมได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/PortionCheckSheet.qml" />
      <source>Not good …</source>
      <translation>ไม่ดี …</translation>
    </message>
  </context>
  <context>
    <name>PredictionPlot</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PredictionPlot.qml" />
      <source>Seen (upwards) against predicted (across)</source>
      <translation>ที่เห็น (แนวตั้ง) เทียบกับที่คาด (แนวนอน)</translation>
    </message>
  </context>
  <context>
    <name>PriceDraftBar</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceDraftBar.qml" />
      <source>%1 changed, not in force. Why?</source>
      <translation>เปลี่ยน %1 รายการ ยังไม่มีผล เพราะอะไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceDraftBar.qml" />
      <source>Drop changes</source>
      <translation>ทิ้งการเปลี่ยนแปลง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceDraftBar.qml" />
      <source>Preview</source>
      <translation>ดูผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceDraftBar.qml" />
      <source>Put in force</source>
      <translation>ประกาศใช้</translation>
    </message>
  </context>
  <context>
    <name>PriceNowView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>At least</source>
      <translation>อย่างน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>Base price</source>
      <translation>ราคาฐาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>Choose a portion.</source>
      <translation>เลือกชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>Grade</source>
      <translation>เกรด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>History of %1</source>
      <translation>ประวัติของ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>It never moved.</source>
      <translation>ราคาไม่เคยเปลี่ยน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>Margin</source>
      <translation>กำไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>Moved by</source>
      <translation>เปลี่ยนเพราะ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>No portion of it is on sale</source>
      <translation>ไม่มีชิ้นที่ขายอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>Nothing is on sale</source>
      <translation>ไม่มีสินค้าขายอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>Portion</source>
      <translation>ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>Portions</source>
      <translation>จำนวนชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>Price history</source>
      <translation>ประวัติราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>Price now</source>
      <translation>ราคาตอนนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>Product</source>
      <translation>สินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>What moves it</source>
      <translation>อะไรทำให้เปลี่ยน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceNowView.qml" />
      <source>and %1 more</source>
      <translation>และอีก %1</translation>
    </message>
  </context>
  <context>
    <name>PricePlot</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PricePlot.qml" />
      <source>minutes before now</source>
      <translation>นาทีก่อนหน้านี้</translation>
    </message>
  </context>
  <context>
    <name>PriceTasksView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceTasksView.qml" />
      <source>A price that cannot be worked out opens a task here by itself.</source>
      <translation>ราคาที่คำนวณไม่ได้จะเปิดงานที่นี่เอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceTasksView.qml" />
      <source>Done</source>
      <translation>เสร็จ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceTasksView.qml" />
      <source>No price waits for somebody</source>
      <translation>ไม่มีราคาที่รอแก้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceTasksView.qml" />
      <source>What came of it?</source>
      <translation>ผลเป็นอย่างไร</translation>
    </message>
  </context>
  <context>
    <name>PriceWhatIfView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceWhatIfView.qml" />
      <source>Change a rule to see what it would do</source>
      <translation>เปลี่ยนกฎเพื่อดูผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceWhatIfView.qml" />
      <source>Draft</source>
      <translation>ร่าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceWhatIfView.qml" />
      <source>Margin</source>
      <translation>กำไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceWhatIfView.qml" />
      <source>No portions are on sale</source>
      <translation>ไม่มีชิ้นที่ขายอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceWhatIfView.qml" />
      <source>Now</source>
      <translation>ตอนนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceWhatIfView.qml" />
      <source>Portions</source>
      <translation>จำนวนชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceWhatIfView.qml" />
      <source>Product</source>
      <translation>สินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceWhatIfView.qml" />
      <source>Sum</source>
      <translation>รวม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PriceWhatIfView.qml" />
      <source>The portions on sale now, with the draft</source>
      <translation>ชิ้นที่ขายอยู่ตอนนี้ ตามร่าง</translation>
    </message>
  </context>
  <context>
    <name>PricesView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PricesView.qml" />
      <source>Every product keeps the least margin of the rules.</source>
      <translation>ทุกสินค้าใช้กำไรขั้นต่ำตามกฎ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PricesView.qml" />
      <source>Hours in which all prices are lower, or higher with a market analysis.</source>
      <translation>ช่วงเวลาที่ราคาต่ำลง หรือสูงขึ้นเมื่อมีบทวิเคราะห์ตลาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PricesView.qml" />
      <source>New hours</source>
      <translation>เพิ่มช่วงเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PricesView.qml" />
      <source>New margin</source>
      <translation>เพิ่มกำไรขั้นต่ำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PricesView.qml" />
      <source>New offer</source>
      <translation>เพิ่มข้อเสนอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PricesView.qml" />
      <source>No margins of their own</source>
      <translation>ไม่มีกำไรเฉพาะสินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PricesView.qml" />
      <source>No offers yet</source>
      <translation>ยังไม่มีข้อเสนอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PricesView.qml" />
      <source>No slow or peak hours yet</source>
      <translation>ยังไม่มีช่วงเงียบหรือช่วงคนมาก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/PricesView.qml" />
      <source>Percent or amounts off, several for one price, and bundles.</source>
      <translation>ลดเป็นเปอร์เซ็นต์หรือจำนวนเงิน หลายชิ้นในราคาเดียว และชุดรวม</translation>
    </message>
  </context>
  <context>
    <name>PrinterPage</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PrinterPage.qml" />
      <source>Printer</source>
      <translation>เครื่องพิมพ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PrinterPage.qml" />
      <source>Ready</source>
      <translation>พร้อม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/PrinterPage.qml" />
      <source>Receipts waiting: %1</source>
      <translation>ใบเสร็จรอพิมพ์: %1</translation>
    </message>
  </context>
  <context>
    <name>ProbesCard</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProbesCard.qml" />
      <source>Holding unit</source>
      <translation>ตู้เก็บ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProbesCard.qml" />
      <source>Keep</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProbesCard.qml" />
      <source>Last reading</source>
      <translation>ค่าล่าสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProbesCard.qml" />
      <source>May be off by</source>
      <translation>คลาดเคลื่อนได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProbesCard.qml" />
      <source>No holding units</source>
      <translation>ไม่มีตู้เก็บ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProbesCard.qml" />
      <source>Probe of %1 may be off by ± °C</source>
      <translation>หัววัดของ %1 คลาดเคลื่อนได้ ± °C</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProbesCard.qml" />
      <source>Tap a row to change it.</source>
      <translation>แตะแถวเพื่อแก้ไข</translation>
    </message>
  </context>
  <context>
    <name>ProductFormView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Category</source>
      <translation>หมวดหมู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Contains</source>
      <translation>มีส่วนผสมของ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Cost of a piece</source>
      <translation>ต้นทุนต่อชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Cost of a portion</source>
      <translation>ต้นทุนต่อส่วน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Counted in</source>
      <translation>หน่วยนับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Faster per 10 °C (Q10)</source>
      <translation>เร็วขึ้นต่อ 10 °C (Q10)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Hours above the sale floor</source>
      <translation>ชั่วโมงที่คุณภาพยังขายได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>How it falls</source>
      <translation>ลดลงอย่างไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>How it keeps</source>
      <translation>การเก็บรักษา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Is the whole of</source>
      <translation>เป็นชิ้นเต็มของ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>May be asked for, e.g. Reheat 2 min; Extra sauce +10</source>
      <translation>ลูกค้าขอได้ เช่น อุ่นร้อน 2 min; ซอสเพิ่ม +10</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Name</source>
      <translation>ชื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>None</source>
      <translation>ไม่มี</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>On sale</source>
      <translation>ขายอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>On the till</source>
      <translation>ที่เครื่องขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Prepared at</source>
      <translation>เตรียมที่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Prepared on request</source>
      <translation>การเตรียมตามคำขอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Price of a piece</source>
      <translation>ราคาต่อชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Price of a portion</source>
      <translation>ราคาต่อส่วน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Price of a whole</source>
      <translation>ราคาทั้งชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Quality falls like that of</source>
      <translation>คุณภาพลดลงเหมือนกับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Shape of the decay (β)</source>
      <translation>รูปแบบการเสื่อม (β)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Shelf life after cutting, hours</source>
      <translation>อายุหลังตัด (ชั่วโมง)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Sold by</source>
      <translation>ขายเป็น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Switched off</source>
      <translation>ปิดอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Takes to prepare, e.g. 2 min</source>
      <translation>เวลาเตรียม เช่น 2 min</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>Tax in %</source>
      <translation>ภาษี %</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>The piece</source>
      <translation>ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>The portion</source>
      <translation>ส่วน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>The shop has no categories</source>
      <translation>ร้านยังไม่มีหมวดหมู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>at a temperature of, °C</source>
      <translation>ที่อุณหภูมิ °C</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>evenly</source>
      <translation>คงที่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ProductFormView.qml" />
      <source>slowly, then faster</source>
      <translation>ช้าก่อนแล้วเร็วขึ้น</translation>
    </message>
  </context>
  <context>
    <name>QualityItemsView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/QualityItemsView.qml" />
      <source>Act</source>
      <translation>ดำเนินการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/QualityItemsView.qml" />
      <source>Done</source>
      <translation>เสร็จแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/QualityItemsView.qml" />
      <source>Effect checked</source>
      <translation>ตรวจผลแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/QualityItemsView.qml" />
      <source>End the watch</source>
      <translation>เลิกเฝ้าระวัง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/QualityItemsView.qml" />
      <source>Failed checks, deviations and much waste open an item here by themselves.</source>
      <translation>การตรวจที่ไม่ผ่าน อุณหภูมิผิดเกณฑ์ และของเสียมาก จะขึ้นที่นี่เอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/QualityItemsView.qml" />
      <source>Measure, or its effect</source>
      <translation>มาตรการ หรือผลของมัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/QualityItemsView.qml" />
      <source>Nothing is open</source>
      <translation>ไม่มีรายการค้าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/QualityItemsView.qml" />
      <source>Open</source>
      <translation>รายการค้าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/QualityItemsView.qml" />
      <source>What came of it?</source>
      <translation>ผลเป็นอย่างไร?</translation>
    </message>
  </context>
  <context>
    <name>QualityView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/QualityView.qml" />
      <source>Looks by week</source>
      <translation>การตรวจรายสัปดาห์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/QualityView.qml" />
      <source>Seen and predicted</source>
      <translation>ที่เห็นและที่คาด</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/Rail.qml" />
      <source>Lock</source>
      <translation>ล็อก</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/Rail.qml" />
      <source>Orders</source>
      <translation>ออเดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/Rail.qml" />
      <source>Printer</source>
      <translation>พิมพ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/Rail.qml" />
      <source>Printer ▲</source>
      <translation>พิมพ์ ▲</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/Rail.qml" />
      <source>Receipts</source>
      <translation>ใบเสร็จ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/Rail.qml" />
      <source>Sell</source>
      <translation>ขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/Rail.qml" />
      <source>Shift</source>
      <translation>กะงาน</translation>
    </message>
  </context>
  <context>
    <name>ReceiveForm</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ReceiveForm.qml" />
      <source>Expires (store's time)</source>
      <translation>หมดอายุ (เวลาของร้าน)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ReceiveForm.qml" />
      <source>Product</source>
      <translation>สินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ReceiveForm.qml" />
      <source>Quantity</source>
      <translation>จำนวน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ReceiveForm.qml" />
      <source>Receive</source>
      <translation>รับเข้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ReceiveForm.qml" />
      <source>Receive wholes</source>
      <translation>รับถาดเต็มเข้า</translation>
    </message>
  </context>
  <context>
    <name>RecoveryQueue</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RecoveryQueue.qml" />
      <source>Nothing waits</source>
      <translation>ไม่มีงานค้าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RecoveryQueue.qml" />
      <source>due %1</source>
      <translation>ภายใน %1</translation>
    </message>
  </context>
  <context>
    <name>RecoverySheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RecoverySheet.qml" />
      <source>%1 of 5 stars</source>
      <translation>%1 จาก 5 ดาว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RecoverySheet.qml" />
      <source>Ask when the guest has tried it: close this, the till asks you again.</source>
      <translation>ถามเมื่อลูกค้าได้ลองแล้ว: ปิดหน้านี้ เครื่องขายจะถามอีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RecoverySheet.qml" />
      <source>Did not want to say</source>
      <translation>ไม่ต้องการบอก</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RecoverySheet.qml" />
      <source>How does the guest feel now?</source>
      <translation>ตอนนี้ลูกค้ารู้สึกอย่างไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RecoverySheet.qml" />
      <source>Make it good</source>
      <translation>ชดเชย</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RecoverySheet.qml" />
      <source>Make it good: order %1</source>
      <translation>ชดเชย: ออเดอร์ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RecoverySheet.qml" />
      <source>Nothing wanted: spoken to the guest</source>
      <translation>ไม่ต้องการอะไร: พูดคุยกับลูกค้าแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RecoverySheet.qml" />
      <source>Or a voucher of</source>
      <translation>หรือบัตรกำนัลมูลค่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RecoverySheet.qml" />
      <source>Voucher of %1</source>
      <translation>บัตรกำนัล %1</translation>
    </message>
  </context>
  <context>
    <name>RefundChoice</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundChoice.qml" />
      <source>A second person has to approve this.</source>
      <translation>ต้องมีอีกคนอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundChoice.qml" />
      <source>All of it</source>
      <translation>ทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundChoice.qml" />
      <source>All of it is paid back</source>
      <translation>คืนเงินครบแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundChoice.qml" />
      <source>All of the price, or type a part</source>
      <translation>เต็มราคา หรือพิมพ์บางส่วน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundChoice.qml" />
      <source>Ask again</source>
      <translation>ถามอีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundChoice.qml" />
      <source>Looking at the receipt…</source>
      <translation>กำลังเปิดใบเสร็จ…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundChoice.qml" />
      <source>One piece less</source>
      <translation>ลดหนึ่งชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundChoice.qml" />
      <source>One piece more</source>
      <translation>เพิ่มหนึ่งชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundChoice.qml" />
      <source>Pay back %1 in cash</source>
      <translation>คืนเงินสด %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundChoice.qml" />
      <source>Paying back…</source>
      <translation>กำลังคืนเงิน…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundChoice.qml" />
      <source>Tap a line</source>
      <translation>แตะรายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundChoice.qml" />
      <source>Why</source>
      <translation>เหตุผล</translation>
    </message>
  </context>
  <context>
    <name>RefundDone</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundDone.qml" />
      <source>Done</source>
      <translation>เสร็จ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundDone.qml" />
      <source>Give the guest, in cash</source>
      <translation>คืนเงินสดให้ลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundDone.qml" />
      <source>The receipt is on its way to the printer. Have the guest sign it.</source>
      <translation>กำลังพิมพ์ใบเสร็จ ให้ลูกค้าลงชื่อ</translation>
    </message>
  </context>
  <context>
    <name>RefundFinding</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundFinding.qml" />
      <source>Find</source>
      <translation>ค้นหา</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundFinding.qml" />
      <source>Number</source>
      <translation>เลขที่</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundFinding.qml" />
      <source>The number is at the top of the paper.</source>
      <translation>เลขที่อยู่ด้านบนของใบเสร็จ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundFinding.qml" />
      <source>Type the receipt's number</source>
      <translation>พิมพ์เลขที่ใบเสร็จ</translation>
    </message>
  </context>
  <context>
    <name>RefundLine</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundLine.qml" />
      <source>all paid back</source>
      <translation>คืนเงินครบแล้ว</translation>
    </message>
  </context>
  <context>
    <name>RefundPage</name>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/RefundPage.qml" />
      <source>You get back, in cash</source>
      <translation>คุณได้รับเงินสดคืน</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/RefundPage.qml" />
      <source>Your refund</source>
      <translation>เงินคืนของคุณ</translation>
    </message>
  </context>
  <context>
    <name>RefundSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundSheet.qml" />
      <source>Paid back: receipt %1</source>
      <translation>คืนเงินแล้ว: ใบเสร็จ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundSheet.qml" />
      <source>Refund an older receipt</source>
      <translation>คืนเงินใบเสร็จเก่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/RefundSheet.qml" />
      <source>Refund of receipt %1</source>
      <translation>คืนเงินของใบเสร็จ %1</translation>
    </message>
  </context>
  <context>
    <name>Refusal</name>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>A check is missing</source>
      <translation>ยังไม่ได้ตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_text.py" />
      <source>A fault of the program was noted. What was paid is safe. Try again.</source>
      <translation>บันทึกข้อผิดพลาดของโปรแกรมแล้ว รายการที่ชำระแล้วยังอยู่ครบ กรุณาลองอีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>A lot has no decision</source>
      <translation>มีล็อตที่ยังไม่ได้ตัดสินใจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>A second person has to approve this</source>
      <translation>ต้องให้อีกคนอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Allergens could spread</source>
      <translation>สารก่อภูมิแพ้อาจปนเปื้อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>At most {hours} hours after cutting. No role can lengthen it.</source>
      <translation>ไม่เกิน {hours} ชั่วโมงหลังตัด ไม่มีบทบาทใดขยายได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_coupons.py" />
      <source>At {till} on {when}. Each code is good for one order.</source>
      <translation>ที่ {till} เมื่อ {when} รหัสหนึ่งใช้ได้หนึ่งออร์เดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Below the grade that was sold</source>
      <translation>เกรดต่ำกว่าที่ขายไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Blocked by an allergen incident</source>
      <translation>ถูกระงับเพราะเหตุการณ์สารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Book each portion as waste. The task closes with the last one.</source>
      <translation>บันทึกของเสียทีละชิ้น งานจะปิดเมื่อบันทึกชิ้นสุดท้าย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Choose a number of portions that the product allows.</source>
      <translation>กรุณาเลือกจำนวนชิ้นตามที่สินค้ากำหนด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Choose something first.</source>
      <translation>กรุณาเลือกสินค้าก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Choose the reason on the item; then it can be served.</source>
      <translation>เลือกเหตุผลที่รายการ แล้วจึงเสิร์ฟได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Do not sell, cut or serve it. The food safety manager decides.</source>
      <translation>ห้ามขาย ตัด หรือเสิร์ฟ ผู้จัดการความปลอดภัยอาหารเป็นผู้ตัดสิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Enter a number from 1 to 999.</source>
      <translation>กรอกจำนวนตั้งแต่ 1 ถึง 999</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>It cannot be cut into that many</source>
      <translation>ตัดเป็นจำนวนชิ้นนี้ไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>It has changed meanwhile</source>
      <translation>ข้อมูลเปลี่ยนไปแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>It has left the counter, or only a part of it is paid back. Throw it away, or let the guest keep it.</source>
      <translation>ของออกจากเคาน์เตอร์ไปแล้ว หรือคืนเงินเพียงบางส่วน ให้ทิ้ง หรือให้ลูกค้าเก็บไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_text.py" />
      <source>It is being asked again and is never done twice. Please wait.</source>
      <translation>กำลังถามซ้ำและจะไม่ทำซ้ำสองครั้ง กรุณารอสักครู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_coupons.py" />
      <source>It is counted by guest: put the guest on the order first.</source>
      <translation>นับตามลูกค้า ใส่ลูกค้าในออร์เดอร์ก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>It is not good enough any more: it leaves the display.</source>
      <translation>คุณภาพไม่พอแล้ว: ต้องเก็บออกจากตู้โชว์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_coupons.py" />
      <source>It was good for so many orders, and they have all been made.</source>
      <translation>คูปองนี้ใช้ครบจำนวนออร์เดอร์แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>It was not stored. Check the thermometer and its clock.</source>
      <translation>ไม่ได้บันทึก ตรวจเทอร์โมมิเตอร์และนาฬิกาของมัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>It was not verified yet</source>
      <translation>ยังไม่ได้ตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_coupons.py" />
      <source>Its days are over, or it is not on at this hour.</source>
      <translation>หมดอายุแล้ว หรือไม่อยู่ในช่วงเวลาที่ใช้ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Its effect was not checked</source>
      <translation>ยังไม่ได้ตรวจผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Its life can't be extended</source>
      <translation>ขยายเวลาไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Its limit is too near: it leaves the display now.</source>
      <translation>ใกล้หมดเวลาแล้ว: ต้องเก็บออกจากตู้โชว์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Its portions do not make up the size. Nothing was changed: take one of another whole, or a smaller size.</source>
      <translation>ชิ้นที่เหลือรวมกันไม่ถึงขนาดนี้ ไม่มีอะไรเปลี่ยนแปลง กรุณาเลือกชิ้นจากถาดอื่น หรือขนาดที่เล็กกว่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Its quality check is overdue: the kitchen has to look.</source>
      <translation>เลยเวลาตรวจคุณภาพแล้ว: ครัวต้องตรวจก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Its time has run out. Nothing was paid.</source>
      <translation>หมดอายุแล้ว ยังไม่มีการชำระ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Just sold</source>
      <translation>เพิ่งขายไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Kept for those before you</source>
      <translation>เก็บไว้ให้ผู้ที่มาก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Locked after too many wrong PINs</source>
      <translation>ถูกล็อกเพราะใส่ PIN ผิดหลายครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Longer than the safety limit</source>
      <translation>นานกว่าขีดจำกัดความปลอดภัย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Missing: {fields}.</source>
      <translation>ขาด: {fields}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>More are wanted in the next hour than are left. A manager can allow more.</source>
      <translation>ชั่วโมงหน้าต้องการมากกว่าที่เหลือ ผู้จัดการอนุญาตให้มากกว่านี้ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>No longer fit for sale</source>
      <translation>ขายไม่ได้แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>No whole one is left</source>
      <translation>ไม่มีชิ้นเต็มเหลือแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nobody knows how warm it is: measure its cabinet first.</source>
      <translation>ไม่ทราบอุณหภูมิ: วัดอุณหภูมิตู้ก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Nobody may pass it. Take it out of service in Checks.</source>
      <translation>ห้ามใครปล่อยผ่าน นำออกในหน้าการตรวจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Nobody measured its temperature in time</source>
      <translation>ไม่มีใครวัดอุณหภูมิทันเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Nobody said why it was replaced</source>
      <translation>ยังไม่มีใครบอกว่าเปลี่ยนชิ้นเพราะอะไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nobody was given that code. Check it; nothing was paid.</source>
      <translation>ไม่พบรหัสนี้ โปรดตรวจสอบ ยังไม่มีการชำระ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>None that could be sold is in stock uncut. Your order is unchanged.</source>
      <translation>ไม่มีชิ้นที่ยังไม่ตัดและขายได้ในสต็อก ออเดอร์ไม่เปลี่ยนแปลง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Not enough is left of that whole</source>
      <translation>ถาดนั้นเหลือไม่พอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Not enough money</source>
      <translation>จำนวนเงินไม่พอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Not every item is verified</source>
      <translation>ยังตรวจไม่ครบทุกรายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_coupons.py" />
      <source>Nothing of this order is what it is for. Take that first.</source>
      <translation>ไม่มีสินค้าในออร์เดอร์ที่ใช้คูปองนี้ได้ ใส่สินค้านั้นก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Nothing was added or sold. It holds what the guest avoids: {what}.</source>
      <translation>ยังไม่ได้เพิ่มหรือขาย มีสิ่งที่ลูกค้าหลีกเลี่ยง: {what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was changed. Ask a manager to approve it or correct it.</source>
      <translation>ไม่มีการเปลี่ยนแปลง กรุณาให้ผู้จัดการอนุมัติหรือแก้ไข</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was changed. Ask for the approval and repeat.</source>
      <translation>ยังไม่มีอะไรเปลี่ยน ขออนุมัติแล้วทำใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was changed. Ask somebody with that right.</source>
      <translation>ไม่มีการเปลี่ยนแปลง กรุณาขอให้ผู้มีสิทธิ์ทำให้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Nothing was changed. Choose another whole.</source>
      <translation>ไม่มีการเปลี่ยนแปลง กรุณาเลือกถาดอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_machine.py" />
      <source>Nothing was changed. Close a screen that nobody needs, then try again.</source>
      <translation>ไม่มีอะไรเปลี่ยนแปลง ปิดจอที่ไม่มีใครใช้ แล้วลองอีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was changed. Correct: {detail}.</source>
      <translation>ยังไม่มีอะไรเปลี่ยน แก้ไข: {detail}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Nothing was changed. It may have been removed.</source>
      <translation>ไม่มีการเปลี่ยนแปลง อาจถูกนำออกไปแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was changed. It was used, ran out or meant something else.</source>
      <translation>ยังไม่มีอะไรเปลี่ยน การอนุมัติถูกใช้ไปแล้ว หมดเวลา หรือเป็นเรื่องอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Nothing was changed. Set it up in the menu first.</source>
      <translation>ไม่มีการเปลี่ยนแปลง กรุณาตั้งค่าในเมนูก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was changed. Start a new order.</source>
      <translation>ไม่มีการเปลี่ยนแปลง กรุณาเริ่มออเดอร์ใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was changed. They may be in use at another till.</source>
      <translation>ไม่มีการเปลี่ยนแปลง คะแนนอาจกำลังใช้ที่แคชเชียร์อื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was changed. Try again for the price of this moment.</source>
      <translation>ไม่มีอะไรเปลี่ยน ลองอีกครั้งเพื่อใช้ราคาขณะนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was changed. Try again for the price without it.</source>
      <translation>ไม่มีอะไรเปลี่ยน ลองอีกครั้งในราคาที่ไม่มีข้อเสนอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_text.py" />
      <source>Nothing was changed. Try again when the sign says Live.</source>
      <translation>ไม่มีการเปลี่ยนแปลง กรุณาลองอีกครั้งเมื่อป้ายขึ้นว่า ออนไลน์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_machine.py" />
      <source>Nothing was changed; close other programs on that computer, then try again.</source>
      <translation>ไม่มีอะไรเปลี่ยนแปลง ปิดโปรแกรมอื่นบนเครื่องนั้น แล้วลองอีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_machine.py" />
      <source>Nothing was changed; free space on the store's computer, then try again.</source>
      <translation>ไม่มีอะไรเปลี่ยนแปลง เพิ่มที่ว่างบนเครื่องของร้าน แล้วลองอีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Nothing was cut. No tool in the store suits this product.</source>
      <translation>ยังไม่ได้ตัด ไม่มีอุปกรณ์ในร้านที่เหมาะกับสินค้านี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Nothing was cut. Suitable: {tools}.</source>
      <translation>ยังไม่ได้ตัด อุปกรณ์ที่เหมาะ: {tools}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Nothing was cut. {causes} Nobody can override this.</source>
      <translation>ยังไม่ได้ตัด {causes} ไม่มีใครข้ามข้อนี้ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was done. Look at it again and repeat.</source>
      <translation>ยังไม่ได้ทำรายการ กรุณาตรวจดูแล้วทำอีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was paid back now. Look at the receipt of that refund.</source>
      <translation>ครั้งนี้ไม่ได้คืนเงิน ดูใบเสร็จของการคืนเงินครั้งก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was paid back. Open the receipt again: it says what is left.</source>
      <translation>ยังไม่ได้คืนเงิน เปิดใบเสร็จอีกครั้งเพื่อดูว่าเหลือให้คืนเท่าใด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was paid. Check the new total and pay again.</source>
      <translation>ยังไม่ได้ชำระเงิน กรุณาตรวจยอดใหม่แล้วชำระอีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was paid. Enter at least the total.</source>
      <translation>ยังไม่ได้ชำระเงิน กรุณากรอกอย่างน้อยเท่ายอดรวม</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was stored or changed. Ask the guest.</source>
      <translation>ไม่มีการบันทึกหรือเปลี่ยนแปลง โปรดถามลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Nothing was stored. Search for the guest instead.</source>
      <translation>ไม่มีการบันทึก โปรดค้นหาลูกค้าแทน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Once, by 30 minutes at most, never past the safety limit.</source>
      <translation>ได้ครั้งเดียว ไม่เกิน 30 นาที และไม่เกินเวลาปลอดภัย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Only {count} per order now</source>
      <translation>ขณะนี้ออร์เดอร์ละ {count} ชิ้นเท่านั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Open Checks, look at the food and record it; then go on.</source>
      <translation>เปิดการตรวจ ดูอาหารและบันทึก แล้วทำต่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Outside the safety limit</source>
      <translation>นอกเกณฑ์ความปลอดภัย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Portions went back on sale. Take them again; nothing was paid.</source>
      <translation>สินค้ากลับไปวางขายแล้ว กรุณาหยิบใหม่ ยังไม่ได้ชำระเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Prices have just changed</source>
      <translation>ราคาเพิ่งเปลี่ยน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Replace it, or ask the guest at the till to take it for less.</source>
      <translation>เปลี่ยนชิ้น หรือถามลูกค้าที่แคชเชียร์ว่ารับในราคาที่ลดลงหรือไม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Say for each lot whether it is released, held or wasted.</source>
      <translation>ระบุทุกล็อตว่าจะปล่อย พักไว้ หรือทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Scan {code} and look at it; then it can be prepared.</source>
      <translation>สแกน {code} และตรวจดู แล้วจึงเตรียมได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Sign in again; the order is still there.</source>
      <translation>กรุณาเข้าสู่ระบบใหม่ ออเดอร์ยังอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Somebody else took the last one. Your order is unchanged.</source>
      <translation>มีผู้อื่นหยิบชิ้นสุดท้ายไปแล้ว ออเดอร์ของคุณไม่เปลี่ยนแปลง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Tap the items that are left, then serve.</source>
      <translation>แตะรายการที่เหลือ แล้วจึงเสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_text.py" />
      <source>That did not work</source>
      <translation>ทำรายการไม่สำเร็จ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>That is another portion</source>
      <translation>เป็นคนละชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>That is more than was paid</source>
      <translation>มากกว่าที่จ่ายไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>That is not known here</source>
      <translation>ไม่พบข้อมูลนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>That price is not allowed</source>
      <translation>ใช้ราคานี้ไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>That quantity cannot be sold</source>
      <translation>ขายจำนวนนี้ไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>That reading can't be true</source>
      <translation>ค่าที่วัดเป็นไปไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>That text does not fit</source>
      <translation>ข้อความไม่ถูกต้อง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>That tool does not suit</source>
      <translation>อุปกรณ์นี้ไม่เหมาะ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>That was wrong try {count}. Try again.</source>
      <translation>ใส่ผิดครั้งที่ {count} ลองใหม่อีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>That way of cutting is not set up</source>
      <translation>ยังไม่ได้ตั้งค่าวิธีตัดนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_text.py" />
      <source>The answer was lost</source>
      <translation>ไม่ได้รับคำตอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>The approval does not fit any more</source>
      <translation>การอนุมัตินี้ใช้ไม่ได้แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>The food is still there</source>
      <translation>อาหารยังอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>The guest avoids this</source>
      <translation>ลูกค้าหลีกเลี่ยงสิ่งนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>The guest has not said yes to this</source>
      <translation>ลูกค้ายังไม่ยินยอมข้อนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>The guest was not asked again</source>
      <translation>ยังไม่ได้ถามลูกค้าอีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>The hold has run out</source>
      <translation>หมดเวลากันสินค้าแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>The kitchen has to look at it again first.</source>
      <translation>ครัวต้องตรวจชิ้นนี้อีกครั้งก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_coupons.py" />
      <source>The order has a coupon of this offer already; one counts.</source>
      <translation>ออร์เดอร์นี้มีคูปองของข้อเสนอนี้แล้ว ใช้ได้หนึ่งใบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>The order is empty</source>
      <translation>ยังไม่มีรายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>The order's is {code}. Nothing was recorded: take that one.</source>
      <translation>ของออเดอร์นี้คือ {code} ยังไม่ได้บันทึกอะไร ให้หยิบชิ้นนั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>The product is not complete</source>
      <translation>ข้อมูลสินค้าไม่ครบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_text.py" />
      <source>The store does not answer</source>
      <translation>ร้านไม่ตอบสนอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_machine.py" />
      <source>The store's computer has no memory left</source>
      <translation>หน่วยความจำของเครื่องร้านหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_machine.py" />
      <source>The store's disk is full</source>
      <translation>ดิสก์ของร้านเต็ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>The total has changed</source>
      <translation>ยอดรวมเปลี่ยนไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>There are not enough points</source>
      <translation>คะแนนไม่พอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>There is a guest with this phone or card</source>
      <translation>มีลูกค้าที่ใช้โทรศัพท์หรือบัตรนี้แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_coupons.py" />
      <source>There is no such code. Check it and type it again.</source>
      <translation>ไม่มีรหัสนี้ ตรวจสอบแล้วพิมพ์ใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>There is not enough left on it. Nothing was paid.</source>
      <translation>ยอดคงเหลือไม่พอ ยังไม่มีการชำระ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>These rules contradict themselves</source>
      <translation>กฎเหล่านี้ขัดแย้งกันเอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_coupons.py" />
      <source>This coupon is not taken</source>
      <translation>ใช้คูปองนี้ไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_coupons.py" />
      <source>This coupon was used already</source>
      <translation>คูปองนี้ถูกใช้แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_coupons.py" />
      <source>This guest has used it as often as it is good for.</source>
      <translation>ลูกค้าคนนี้ใช้ครบจำนวนครั้งแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>This offer has just been used up</source>
      <translation>ข้อเสนอนี้เพิ่งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>This order is closed</source>
      <translation>ออเดอร์นี้ปิดแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>This portion is off sale</source>
      <translation>ชิ้นนี้หยุดขายแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>This portion passed its limit. Choose another and take it away.</source>
      <translation>ชิ้นนี้เกินกำหนดแล้ว กรุณาเลือกชิ้นอื่นและนำชิ้นนี้ออก</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>This voucher cannot pay</source>
      <translation>บัตรกำนัลนี้ใช้ชำระไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>This whole was already cut</source>
      <translation>ถาดนี้ตัดไปแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Too few are left: paid orders and earlier holds come first.</source>
      <translation>เหลือน้อย ออร์เดอร์ที่จ่ายแล้วและที่จองไว้ก่อนมาก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Too late to undo</source>
      <translation>เลยเวลายกเลิกแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_machine.py" />
      <source>Too many programs use the store</source>
      <translation>มีโปรแกรมใช้ฐานข้อมูลร้านมากเกินไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Try again in {time}.</source>
      <translation>ลองใหม่ได้ใน {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Try again.</source>
      <translation>กรุณาลองอีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Use Recall to bring the ticket back.</source>
      <translation>ใช้ เรียกคืน เพื่อนำออเดอร์กลับมา</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Wait {time} or ask a manager.</source>
      <translation>กรุณารอ {time} หรือแจ้งผู้จัดการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Write down how the guest feels now, or that they did not want to say.</source>
      <translation>บันทึกว่าตอนนี้ลูกค้ารู้สึกอย่างไร หรือว่าไม่ต้องการบอก</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Write down whether the measure helped, then close the item.</source>
      <translation>บันทึกว่ามาตรการได้ผลหรือไม่ แล้วจึงปิดรายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>Write something shorter, but not nothing.</source>
      <translation>กรุณาเขียนให้สั้นลง แต่ห้ามเว้นว่าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>Wrong PIN</source>
      <translation>PIN ไม่ถูกต้อง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>You are signed out</source>
      <translation>คุณออกจากระบบแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>You may not do that</source>
      <translation>คุณไม่มีสิทธิ์ทำรายการนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>other food</source>
      <translation>อาหารอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>{name} cannot be taken back so</source>
      <translation>รับคืน {name} แบบนี้ไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>{name} carries {allergens}: sanitise it or take another surface.</source>
      <translation>{name} มี {allergens} ติดอยู่: ฆ่าเชื้อหรือใช้พื้นผิวอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>{name} carries {allergens}: sanitise it or take another tool.</source>
      <translation>{name} มี {allergens} ติดอยู่: ฆ่าเชื้อหรือใช้อุปกรณ์อื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>{name} is being cut here ({allergens}): wait until it is done.</source>
      <translation>กำลังตัด {name} ที่นี่ ({allergens}): รอให้เสร็จก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_selling.py" />
      <source>{name} was paid back already</source>
      <translation>{name} คืนเงินไปแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_text.py" />
      <source>{title}. {text}</source>
      <translation>{title} {text}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_food.py" />
      <source>{unit} is silent. Nothing was paid or handed over: the kitchen measures it in Checks, then repeat.</source>
      <translation>{unit} ขาดการรายงาน ยังไม่มีการชำระหรือส่งมอบ ให้ครัววัดอุณหภูมิในหน้าการตรวจ แล้วทำซ้ำ</translation>
    </message>
  </context>
  <context>
    <name>RevenueView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RevenueView.qml" />
      <source>By the portion, per whole</source>
      <translation>ขายแบ่งชิ้น ต่อชิ้นเต็ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RevenueView.qml" />
      <source>Nothing of a whole was sold in these days</source>
      <translation>ไม่มีการขายชิ้นเต็มหรือส่วนแบ่งในวันเหล่านี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RevenueView.qml" />
      <source>Sold whole, per whole</source>
      <translation>ขายทั้งชิ้น ต่อชิ้นเต็ม</translation>
    </message>
  </context>
  <context>
    <name>Review</name>
    <message>
      <location filename="../../app/ui/shared/reviews.py" />
      <source>A manager or the food-safety manager decides about these.</source>
      <translation>ผู้จัดการหรือผู้จัดการความปลอดภัยอาหารเป็นผู้ตัดสิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/reviews.py" />
      <source>Choose the portions you have looked at.</source>
      <translation>เลือกชิ้นที่คุณตรวจดูแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/reviews.py" />
      <source>Say why.</source>
      <translation>บอกเหตุผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/reviews.py" />
      <source>Some of these can only be thrown away.</source>
      <translation>บางชิ้นต้องทิ้งเท่านั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/review_rows.py" />
      <source>angle</source>
      <translation>มุม</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/review_rows.py" />
      <source>another of its batch failed</source>
      <translation>อีกชิ้นในชุดเดียวกันไม่ผ่าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/review_rows.py" />
      <source>batch</source>
      <translation>ชุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/review_rows.py" />
      <source>cut {time} ago</source>
      <translation>ตัดเมื่อ {time} ที่แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/review_rows.py" />
      <source>failed: {causes}</source>
      <translation>ไม่ผ่าน: {causes}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/review_rows.py" />
      <source>in quality review: {causes}</source>
      <translation>รอตรวจคุณภาพ: {causes}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/review_rows.py" />
      <source>looks {score} of 10</source>
      <translation>รูปลักษณ์ {score} จาก 10</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/review_rows.py" />
      <source>no quality score</source>
      <translation>ยังไม่มีคะแนนคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/review_rows.py" />
      <source>presentation</source>
      <translation>รูปลักษณ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/review_rows.py" />
      <source>size</source>
      <translation>ขนาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/reviews.py" />
      <source>{n} chosen</source>
      <translation>เลือกแล้ว {n}</translation>
    </message>
  </context>
  <context>
    <name>ReviewList</name>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ReviewList.qml" />
      <source>%1 has no quality score</source>
      <translation>%1 ยังไม่มีคะแนนคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ReviewList.qml" />
      <source>Batch %1</source>
      <translation>ชุด %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ReviewList.qml" />
      <source>Choose the batch</source>
      <translation>เลือกทั้งชุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ReviewList.qml" />
      <source>Good to eat, not to show</source>
      <translation>กินได้ แต่ไม่สวย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ReviewList.qml" />
      <source>Mark down %1 %</source>
      <translation>ลดราคา %1 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ReviewList.qml" />
      <source>Measured again</source>
      <translation>วัดใหม่แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ReviewList.qml" />
      <source>Not good enough</source>
      <translation>ไม่ดีพอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ReviewList.qml" />
      <source>Nothing is held</source>
      <translation>ไม่มีสิ่งที่ถูกกักไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ReviewList.qml" />
      <source>Release</source>
      <translation>ปล่อยขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ReviewList.qml" />
      <source>Tasted and looked at</source>
      <translation>ชิมและตรวจดูแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ReviewList.qml" />
      <source>Throw away</source>
      <translation>ทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/ReviewList.qml" />
      <source>What is off its standard when it is cut, and the batch of what fails a check, waits here.</source>
      <translation>ชิ้นที่ไม่ได้มาตรฐานตอนตัด และชุดของชิ้นที่ไม่ผ่านการตรวจ จะรออยู่ที่นี่</translation>
    </message>
  </context>
  <context>
    <name>ReviewSheet</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/ReviewSheet.qml" />
      <source>Quality review</source>
      <translation>ตรวจคุณภาพ</translation>
    </message>
  </context>
  <context>
    <name>RivalForm</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalForm.qml" />
      <source>A CSV file whose first line is product,price,date,origin. All of it is taken, or nothing.</source>
      <translation>ไฟล์ CSV ที่บรรทัดแรกเป็น product,price,date,origin นำเข้าทั้งหมดหรือไม่นำเข้าเลย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalForm.qml" />
      <source>A price seen elsewhere</source>
      <translation>ราคาที่เห็นจากร้านอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalForm.qml" />
      <source>Import</source>
      <translation>นำเข้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalForm.qml" />
      <source>Many at once</source>
      <translation>หลายรายการพร้อมกัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalForm.qml" />
      <source>Our product</source>
      <translation>สินค้าของเรา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalForm.qml" />
      <source>Path of the file</source>
      <translation>ที่อยู่ของไฟล์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalForm.qml" />
      <source>Record</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalForm.qml" />
      <source>Seen on (empty: today)</source>
      <translation>วันที่เห็น (ว่าง: วันนี้)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalForm.qml" />
      <source>Their price</source>
      <translation>ราคาของเขา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalForm.qml" />
      <source>Where it was seen</source>
      <translation>เห็นที่ไหน</translation>
    </message>
  </context>
  <context>
    <name>RivalsView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>Compared with the prices of the last %1 days.</source>
      <translation>เทียบกับราคาใน %1 วันที่ผ่านมา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>No price stands out</source>
      <translation>ไม่มีราคาที่สูงผิดปกติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>No prices of other shops</source>
      <translation>ไม่มีราคาของร้านอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>Nothing recorded in the last %1 days</source>
      <translation>ไม่มีบันทึกใน %1 วันที่ผ่านมา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>Price</source>
      <translation>ราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>Product</source>
      <translation>สินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>Record what other shops charge; products that are too dear appear here.</source>
      <translation>บันทึกราคาของร้านอื่น สินค้าที่แพงเกินไปจะแสดงที่นี่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>Recorded by</source>
      <translation>บันทึกโดย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>Seen on</source>
      <translation>วันที่เห็น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>Sell at %1</source>
      <translation>ขายที่ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>Strike out</source>
      <translation>ขีดฆ่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>The newest %1 of %2</source>
      <translation>ล่าสุด %1 จาก %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>Where</source>
      <translation>ที่ไหน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RivalsView.qml" />
      <source>◆ %1 here, %2 elsewhere (mean of %3): %4 above</source>
      <translation>◆ ที่นี่ %1 ที่อื่น %2 (เฉลี่ยจาก %3): สูงกว่า %4</translation>
    </message>
  </context>
  <context>
    <name>RuleDraftPane</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RuleDraftPane.qml" />
      <source>The stock of now under these rules</source>
      <translation>สต็อกตอนนี้ภายใต้กฎนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RuleDraftPane.qml" />
      <source>What changes</source>
      <translation>สิ่งที่เปลี่ยน</translation>
    </message>
  </context>
  <context>
    <name>RuleListView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RuleListView.qml" />
      <source>Cancel</source>
      <translation>ยกเลิก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RuleListView.qml" />
      <source>Change</source>
      <translation>เปลี่ยน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RuleListView.qml" />
      <source>Keep in the draft</source>
      <translation>เก็บในร่าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RuleListView.qml" />
      <source>Remove</source>
      <translation>ลบ</translation>
    </message>
  </context>
  <context>
    <name>RuleTable</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RuleTable.qml" />
      <source>Add a row</source>
      <translation>เพิ่มแถว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RuleTable.qml" />
      <source>Remove</source>
      <translation>เอาออก</translation>
    </message>
  </context>
  <context>
    <name>RulesView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RulesView.qml" />
      <source>%1 · version %2</source>
      <translation>%1 · รุ่น %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RulesView.qml" />
      <source>Bring back …</source>
      <translation>นำกลับมา …</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RulesView.qml" />
      <source>Drop changes</source>
      <translation>ทิ้งการแก้ไข</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RulesView.qml" />
      <source>Every change is kept here and can be taken back.</source>
      <translation>ทุกการเปลี่ยนเก็บไว้ที่นี่และย้อนกลับได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RulesView.qml" />
      <source>Never changed</source>
      <translation>ยังไม่เคยเปลี่ยน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RulesView.qml" />
      <source>Put in force</source>
      <translation>ให้มีผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/RulesView.qml" />
      <source>Why do the rules change?</source>
      <translation>เปลี่ยนกฎเพราะอะไร</translation>
    </message>
  </context>
  <context>
    <name>ScheduleFields</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ScheduleFields.qml" />
      <source>Days</source>
      <translation>วัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ScheduleFields.qml" />
      <source>First day (may be empty)</source>
      <translation>วันแรก (เว้นว่างได้)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ScheduleFields.qml" />
      <source>From (empty: all day)</source>
      <translation>ตั้งแต่ (ว่าง: ทั้งวัน)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ScheduleFields.qml" />
      <source>Last day (may be empty)</source>
      <translation>วันสุดท้าย (เว้นว่างได้)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ScheduleFields.qml" />
      <source>Until</source>
      <translation>ถึง</translation>
    </message>
  </context>
  <context>
    <name>SearchField</name>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/SearchField.qml" />
      <source>Search</source>
      <translation>ค้นหา</translation>
    </message>
  </context>
  <context>
    <name>SellFirstSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SellFirstSheet.qml" />
      <source>Nothing has to go first now</source>
      <translation>ตอนนี้ไม่มีชิ้นที่ต้องขายก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SellFirstSheet.qml" />
      <source>Sell first</source>
      <translation>ขายก่อน</translation>
    </message>
  </context>
  <context>
    <name>SellFirstView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/SellFirstView.qml" />
      <source>Code</source>
      <translation>รหัส</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/SellFirstView.qml" />
      <source>Grade</source>
      <translation>เกรด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/SellFirstView.qml" />
      <source>Lost at cost</source>
      <translation>เสียตามต้นทุน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/SellFirstView.qml" />
      <source>Nothing has to go first now</source>
      <translation>ตอนนี้ไม่มีชิ้นที่ต้องขายก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/SellFirstView.qml" />
      <source>Place</source>
      <translation>ที่เก็บ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/SellFirstView.qml" />
      <source>Price</source>
      <translation>ราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/SellFirstView.qml" />
      <source>Product</source>
      <translation>สินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/SellFirstView.qml" />
      <source>Time left</source>
      <translation>เวลาเหลือ</translation>
    </message>
  </context>
  <context>
    <name>SellPage</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SellPage.qml" />
      <source>Clear the search to see everything.</source>
      <translation>ล้างคำค้นเพื่อดูทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SellPage.qml" />
      <source>First · %1</source>
      <translation>ขายก่อน · %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SellPage.qml" />
      <source>Grades</source>
      <translation>เกรด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SellPage.qml" />
      <source>Loading …</source>
      <translation>กำลังโหลด …</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SellPage.qml" />
      <source>No products yet</source>
      <translation>ยังไม่มีสินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SellPage.qml" />
      <source>Nothing found</source>
      <translation>ไม่พบสินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SellPage.qml" />
      <source>Products appear here as soon as the back office has completed them.</source>
      <translation>สินค้าจะขึ้นที่นี่เมื่อหลังร้านกรอกข้อมูลครบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SellPage.qml" />
      <source>Sell first: %1 portions</source>
      <translation>ขายก่อน: %1 ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SellPage.qml" />
      <source>The next tap takes %1</source>
      <translation>แตะครั้งต่อไปหยิบ %1 ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SellPage.qml" />
      <source>The picture of the store is on its way.</source>
      <translation>กำลังรับข้อมูลของร้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SellPage.qml" />
      <source>What the grades mean</source>
      <translation>ความหมายของเกรด</translation>
    </message>
  </context>
  <context>
    <name>SettleSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SettleSheet.qml" />
      <source>Later</source>
      <translation>ภายหลัง</translation>
    </message>
  </context>
  <context>
    <name>Sheet</name>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/Sheet.qml" />
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
  </context>
  <context>
    <name>ShiftSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/ShiftSheet.qml" />
      <source>Do not offer it</source>
      <translation>ไม่เสนอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/ShiftSheet.qml" />
      <source>Offer it</source>
      <translation>เสนอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/ShiftSheet.qml" />
      <source>One more for less</source>
      <translation>อีกหนึ่งชิ้นในราคาลด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/ShiftSheet.qml" />
      <source>Shift</source>
      <translation>กะงาน</translation>
    </message>
  </context>
  <context>
    <name>SidePanel</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/SidePanel.qml" />
      <source>All day</source>
      <translation>รวมทั้งวัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/SidePanel.qml" />
      <source>Change %1</source>
      <translation>เงินทอน %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/SidePanel.qml" />
      <source>Control points</source>
      <translation>จุดควบคุม</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/SidePanel.qml" />
      <source>Order</source>
      <translation>ออเดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/SidePanel.qml" />
      <source>Pay at the counter</source>
      <translation>ชำระเงินที่เคาน์เตอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/SidePanel.qml" />
      <source>Received %1</source>
      <translation>รับเงิน %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/SidePanel.qml" />
      <source>Thank you!</source>
      <translation>ขอบคุณที่อุดหนุน</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/SidePanel.qml" />
      <source>Your number</source>
      <translation>หมายเลขของคุณ</translation>
    </message>
  </context>
  <context>
    <name>SignIn</name>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/SignIn.qml" />
      <source>Back</source>
      <translation>ย้อนกลับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/SignIn.qml" />
      <source>Checking …</source>
      <translation>กำลังตรวจสอบ …</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/sign_in.py" />
      <source>Locked after too many wrong PINs. Wait {time} or ask a manager.</source>
      <translation>ถูกล็อกเพราะใส่รหัสผิดหลายครั้ง รอ {time} หรือแจ้งผู้จัดการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/SignIn.qml" />
      <source>Managers add people in the back office. The first person is added on the store's own machine, with: wedge store person</source>
      <translation>ผู้จัดการเพิ่มพนักงานได้ที่หลังร้าน ส่วนคนแรกให้เพิ่มบนเครื่องของร้านด้วยคำสั่ง wedge store person</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/SignIn.qml" />
      <source>Nobody may sign in here yet</source>
      <translation>ยังไม่มีใครเข้าสู่ระบบที่นี่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/SignIn.qml" />
      <source>Sign in</source>
      <translation>เข้าสู่ระบบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/SignIn.qml" />
      <source>Who is working?</source>
      <translation>ใครเข้างาน?</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/sign_in.py" />
      <source>Wrong PIN. Try again in {time}.</source>
      <translation>รหัสไม่ถูกต้อง ลองใหม่ได้ในอีก {time}</translation>
    </message>
  </context>
  <context>
    <name>SizeSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SizeSheet.qml" />
      <source>A second person has to approve this. The order is not paid before.</source>
      <translation>ต้องมีอีกคนอนุมัติ ระหว่างนี้ชำระเงินไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SizeSheet.qml" />
      <source>Another size: %1</source>
      <translation>ขนาดอื่น: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SizeSheet.qml" />
      <source>Ask for approval</source>
      <translation>ขออนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SizeSheet.qml" />
      <source>Grams</source>
      <translation>กรัม</translation>
    </message>
  </context>
  <context>
    <name>StaffCard</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>Change a person</source>
      <translation>แก้ไขข้อมูลพนักงาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>Keep</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>Name</source>
      <translation>ชื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>New person</source>
      <translation>เพิ่มคน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>New person …</source>
      <translation>เพิ่มคน …</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>No staff</source>
      <translation>ไม่มีพนักงาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>Role</source>
      <translation>หน้าที่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>Staff</source>
      <translation>พนักงาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>Status</source>
      <translation>สถานะ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>Tap a row to change it.</source>
      <translation>แตะแถวเพื่อแก้ไข</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>Works here</source>
      <translation>ทำงานที่นี่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>active</source>
      <translation>ทำงานอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StaffCard.qml" />
      <source>left</source>
      <translation>ออกแล้ว</translation>
    </message>
  </context>
  <context>
    <name>StarRow</name>
    <message numerus="yes">
      <location filename="../../app/ui/customer/qml/Wedge/Customer/StarRow.qml" />
      <source>%n star(s)</source>
      <translation>
        <numerusform>%n ดาว</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Status</name>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>Connecting</source>
      <translation>กำลังเชื่อมต่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>Its name or password is not the store's. Nothing was changed; start this screen with the address it was registered with, or register it again.</source>
      <translation>ชื่อหรือรหัสผ่านของจอนี้ไม่ตรงกับของร้าน ไม่มีข้อมูลใดถูกเปลี่ยน โปรดเปิดจอนี้ด้วยที่อยู่ที่ลงทะเบียนไว้ หรือลงทะเบียนจอใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>Live</source>
      <translation>ออนไลน์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>Live · {ms} ms</source>
      <translation>ออนไลน์ · {ms} มิลลิวินาที</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>Reconnecting</source>
      <translation>กำลังเชื่อมต่อใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>Store not reachable</source>
      <translation>ติดต่อร้านไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>Store refuses this screen</source>
      <translation>ร้านไม่ยอมรับหน้าจอนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>The store does not know it, or no longer. Nothing was changed; register this screen at the store's computer.</source>
      <translation>ร้านไม่รู้จักจอนี้ หรือเลิกใช้จอนี้แล้ว ไม่มีข้อมูลใดถูกเปลี่ยน โปรดลงทะเบียนจอนี้ที่เครื่องคอมพิวเตอร์ของร้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>The store's data are newer than this program. Nothing was changed; update the program of this screen.</source>
      <translation>ข้อมูลของร้านใหม่กว่าโปรแกรมนี้ ไม่มีข้อมูลใดถูกเปลี่ยน โปรดอัปเดตโปรแกรมของจอนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>The store's data are older than this program. Nothing was changed; start the store once with the new program.</source>
      <translation>ข้อมูลของร้านเก่ากว่าโปรแกรมนี้ ไม่มีข้อมูลใดถูกเปลี่ยน โปรดเปิดระบบของร้านด้วยโปรแกรมใหม่หนึ่งครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>This program cannot read the rules of {sections} and goes by the last ones it could. Bring it up to date.</source>
      <translation>โปรแกรมนี้อ่านกฎของ {sections} ไม่ได้ จึงใช้กฎล่าสุดที่อ่านได้ โปรดอัปเดตโปรแกรม</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>Update needed</source>
      <translation>ต้องอัปเดต</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>Waiting for the store. This screen starts by itself.</source>
      <translation>กำลังรอร้าน หน้าจอนี้จะเริ่มเอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>What was paid is safe. Check the store's computer and the network cable; this screen comes back by itself.</source>
      <translation>รายการที่ชำระแล้วยังอยู่ครบ กรุณาตรวจคอมพิวเตอร์ของร้านและสายเครือข่าย หน้าจอจะกลับมาเอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>What you see is {age} old.</source>
      <translation>ข้อมูลที่เห็นเก่า {age}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>What you see may be a few seconds old.</source>
      <translation>ข้อมูลที่เห็นอาจเก่าไม่กี่วินาที</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/status.py" />
      <source>{n} s</source>
      <translation>{n} วินาที</translation>
    </message>
  </context>
  <context>
    <name>StockView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>%1 portions</source>
      <translation>%1 ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Age</source>
      <translation>อายุ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Available</source>
      <translation>พร้อมขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Code</source>
      <translation>รหัส</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Code, product or place</source>
      <translation>รหัส สินค้า หรือตำแหน่ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>First expiry</source>
      <translation>หมดอายุเร็วสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Grade</source>
      <translation>เกรด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Grades</source>
      <translation>เกรด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Held back</source>
      <translation>งดขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>No portion matches</source>
      <translation>ไม่พบชิ้นที่ตรงกัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>No products yet</source>
      <translation>ยังไม่มีสินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Place</source>
      <translation>ตำแหน่ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Price</source>
      <translation>ราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Product</source>
      <translation>สินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Reserved</source>
      <translation>กันไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Score</source>
      <translation>คะแนน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Sell until</source>
      <translation>ขายได้ถึง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>State</source>
      <translation>สถานะ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>To serve</source>
      <translation>รอเสิร์ฟ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Whole</source>
      <translation>ถาดเต็ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/StockView.qml" />
      <source>Wholes</source>
      <translation>ถาดเต็ม</translation>
    </message>
  </context>
  <context>
    <name>SuggestionBar</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/SuggestionBar.qml" />
      <source>Not now</source>
      <translation>ไม่ใช่ตอนนี้</translation>
    </message>
  </context>
  <context>
    <name>SwapSheet</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/SwapSheet.qml" />
      <source>No other portion of this grade or a better one is free.</source>
      <translation>ไม่มีชิ้นอื่นที่เกรดเท่าหรือดีกว่าว่างอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/SwapSheet.qml" />
      <source>Nothing to take instead</source>
      <translation>ไม่มีชิ้นอื่นแทน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/SwapSheet.qml" />
      <source>What is it?</source>
      <translation>คืออะไร</translation>
    </message>
  </context>
  <context>
    <name>TextEntry</name>
    <message>
      <location filename="../../app/ui/shared/qml/Wedge/Kit/TextEntry.qml" />
      <source>Clear</source>
      <translation>ล้าง</translation>
    </message>
  </context>
  <context>
    <name>TicketCard</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/TicketCard.qml" />
      <source>ALLERGEN %1</source>
      <translation>สารก่อภูมิแพ้ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/TicketCard.qml" />
      <source>▲ back to the top</source>
      <translation>▲ กลับด้านบน</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/TicketCard.qml" />
      <source>▼ more of %n item(s)</source>
      <translation>
        <numerusform>▼ ดูต่อ ทั้งหมด %n รายการ</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TicketItem</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/TicketItem.qml" />
      <source>CHANGED</source>
      <translation>มีการแก้ไข</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/TicketItem.qml" />
      <source>Replace</source>
      <translation>เปลี่ยนชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/TicketItem.qml" />
      <source>Say why</source>
      <translation>บอกเหตุผล</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/TicketItem.qml" />
      <source>take temperature</source>
      <translation>วัดอุณหภูมิ</translation>
    </message>
  </context>
  <context>
    <name>Till</name>
    <message numerus="yes">
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>%n order line(s) wait for the guest's choice</source>
      <translation>
        <numerusform>%n รายการรอให้ลูกค้าเลือก</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/order_props.py" />
      <source>+ {time}</source>
      <translation>+ {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/line_rows.py" />
      <source>+{amount} for {grade}</source>
      <translation>+{amount} ได้เกรด {grade}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/tile.py" />
      <source>+{cut} cut</source>
      <translation>+{cut} ตัดแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/tile.py" />
      <source>+{whole} whole</source>
      <translation>+{whole} ถาดเต็ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/tile.py" />
      <source>+{whole} whole, +{cut} cut</source>
      <translation>+{whole} ถาดเต็ม +{cut} ตัดแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/others_sheet.py" />
      <source>1/{count} of a whole</source>
      <translation>1/{count} ของถาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>A copy is on its way to the printer</source>
      <translation>กำลังส่งสำเนาไปที่เครื่องพิมพ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scarcity.py" />
      <source>A group orders together</source>
      <translation>สั่งร่วมกันเป็นกลุ่ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/shift.py" />
      <source>A guest is offered another portion of the same for {share} less while it has to go first, never below the lowest price.</source>
      <translation>เสนอชิ้นเดียวกันอีกหนึ่งชิ้นให้ลูกค้าในราคาลด {share} เมื่อชิ้นนั้นต้องขายก่อน โดยไม่ต่ำกว่าราคาต่ำสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/granting.py" />
      <location filename="../../app/ui/pos/recovery_words.py" />
      <source>A manager has to allow it</source>
      <translation>ต้องให้ผู้จัดการอนุญาต</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovery_words.py" />
      <source>A shift lead or manager has to allow it</source>
      <translation>ต้องให้หัวหน้ากะหรือผู้จัดการอนุมัติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scarcity.py" />
      <source>About {expected} will be asked for soon and {left} are left. Nothing that is held changes; a manager can allow more.</source>
      <translation>คาดว่าจะมีคนสั่งอีกราว {expected} ชิ้นเร็ว ๆ นี้ และเหลือ {left} ชิ้น ที่จองไว้แล้วไม่เปลี่ยน ผู้จัดการอนุญาตให้มากกว่านี้ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/grid.py" />
      <source>All</source>
      <translation>ทั้งหมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/incident.py" />
      <source>Allergen incident, {time}: {name} {code}</source>
      <translation>เหตุสารก่อภูมิแพ้ {time}: {name} {code}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/complaining.py" />
      <source>An offer is missing</source>
      <translation>ขาดข้อเสนอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovery_words.py" />
      <source>Another one at no charge</source>
      <translation>ให้ใหม่โดยไม่คิดเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovery_words.py" />
      <source>Another one at no charge: {code}, grade {grade}</source>
      <translation>ให้ใหม่โดยไม่คิดเงิน: {code} เกรด {grade}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/remedy.py" />
      <source>Another one at no charge: {name}, {amount}</source>
      <translation>ให้ใหม่โดยไม่คิดเงิน: {name} {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovery_words.py" />
      <source>Another portion, or the money back?</source>
      <translation>ชิ้นใหม่ หรือคืนเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>Another product</source>
      <translation>สินค้าอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>Another {grade} at the same price</source>
      <translation>เกรด {grade} ชิ้นอื่นในราคาเดิม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovery_words.py" />
      <source>Answer</source>
      <translation>ตอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ask_words.py" />
      <source>Any</source>
      <translation>เกรดใดก็ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovery_words.py" />
      <source>Ask the guest of order {number} how it is now</source>
      <translation>ถามลูกค้าออเดอร์ {number} ว่าตอนนี้เป็นอย่างไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/avoid.py" />
      <source>Ask the guest: may the order hold {what} now? It is recorded.</source>
      <translation>ถามลูกค้า: ตอนนี้ออเดอร์มี {what} ได้หรือไม่ คำตอบจะถูกบันทึก</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>Ask the kitchen to press Replace; the guest need not choose anything.</source>
      <translation>แจ้งครัวให้กดเปลี่ยนชิ้น ลูกค้าไม่ต้องเลือกอะไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovery_words.py" />
      <source>Ask what was wrong, and write it down.</source>
      <translation>ถามว่ามีอะไรผิดพลาด แล้วบันทึกไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/asking.py" />
      <source>At most {most} characters: {n} too many</source>
      <translation>ไม่เกิน {most} ตัวอักษร: เกิน {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>Batch</source>
      <translation>ล็อต</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refund_words.py" />
      <source>Came back: throw it away</source>
      <translation>รับคืนมา: ทิ้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ticket_trouble.py" />
      <source>Cannot be handed over: {names}</source>
      <translation>ส่งมอบไม่ได้: {names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refund_words.py" />
      <source>Changed their mind</source>
      <translation>เปลี่ยนใจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refund_words.py" />
      <source>Charged wrongly</source>
      <translation>คิดเงินผิด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/late.py" />
      <source>Choose a line</source>
      <translation>เลือกรายการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/complaining.py" />
      <source>Cold or dry</source>
      <translation>เย็นหรือแห้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovery_words.py" />
      <source>Complaint</source>
      <translation>ร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/coupons.py" />
      <source>Coupon {codes}</source>
      <translation>คูปอง {codes}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>Cut at</source>
      <translation>ตัดเมื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>Damaged</source>
      <translation>ชำรุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/complaining.py" />
      <source>Dearer than expected</source>
      <translation>แพงกว่าที่คิด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/complaining.py" />
      <source>Does not taste good</source>
      <translation>รสชาติไม่ดี</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ask_words.py" />
      <source>Enough: {n} ready</source>
      <translation>มีพอ: พร้อม {n} ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/falling.py" />
      <source>Falls below A</source>
      <translation>ต่ำกว่า A เมื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/falling.py" />
      <source>Falls below B</source>
      <translation>ต่ำกว่า B เมื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/falling.py" />
      <source>Falls below the sale floor</source>
      <translation>ต่ำกว่าเกณฑ์ขายเมื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scanning.py" />
      <source>Finish this payment first.</source>
      <translation>ทำรายการชำระเงินนี้ให้เสร็จก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/size.py" />
      <source>From {least} to {most}</source>
      <translation>ตั้งแต่ {least} ถึง {most}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/late.py" />
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>Give {amount} back</source>
      <translation>คืนเงิน {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/granting.py" />
      <source>Give {amount} back; the receipt is being printed</source>
      <translation>คืนเงิน {amount} กำลังพิมพ์ใบเสร็จ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/granting.py" />
      <source>Give {amount} back; {back} went back to the voucher</source>
      <translation>คืนเงินสด {amount} และคืน {back} เข้าบัตรกำนัลแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>Good until</source>
      <translation>ใช้ได้ถึง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/discount.py" />
      <source>Guest had to wait</source>
      <translation>ลูกค้ารอนาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>Guest's wish</source>
      <translation>ลูกค้าขอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>Ingredients</source>
      <translation>ส่วนผสม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/wheel_sheet.py" />
      <source>Instead of {code}</source>
      <translation>แทน {code}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/discount.py" />
      <source>It costs {amount} to make. Nothing was changed.</source>
      <translation>ต้นทุน {amount} ไม่มีอะไรเปลี่ยน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scanning.py" />
      <source>It has been sold.</source>
      <translation>ขายไปแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>It has just been sold. Pick another one.</source>
      <translation>เพิ่งขายไป กรุณาเลือกชิ้นอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scanning.py" />
      <source>It is blocked: {why}. Lay it aside for the kitchen.</source>
      <translation>ถูกระงับ: {why} แยกไว้ให้ครัว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>It is free again: look at it and pick anew.</source>
      <translation>ว่างอีกครั้งแล้ว กรุณาดูและเลือกใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scanning.py" />
      <source>It is held for another order.</source>
      <translation>ถูกจองไว้สำหรับออเดอร์อื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>It is in another order now. Pick another one.</source>
      <translation>อยู่ในออเดอร์อื่นแล้ว กรุณาเลือกชิ้นอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scanning.py" />
      <source>It is in this order already.</source>
      <translation>อยู่ในออเดอร์นี้แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>It is marked COPY.</source>
      <translation>มีคำว่า สำเนา กำกับไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scanning.py" />
      <source>It may be sold already: the kitchen has to look.</source>
      <translation>อาจขายไปแล้ว ครัวต้องตรวจดูก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/payment_words.py" />
      <source>It passed its limit.</source>
      <translation>เกินกำหนดแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/payment_words.py" />
      <source>It stood outside its temperature limit.</source>
      <translation>อุณหภูมิอยู่นอกเกณฑ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/payment_words.py" />
      <source>Its quality fell below what we sell.</source>
      <translation>คุณภาพต่ำกว่าเกณฑ์ที่ร้านขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>Kitchen</source>
      <translation>ครัว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>Leave it out</source>
      <translation>ไม่เอารายการนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>Looks better</source>
      <translation>ดูดีกว่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovery_words.py" />
      <location filename="../../app/ui/pos/served_low.py" />
      <source>Make it good</source>
      <translation>ชดเชย</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>Money back: {amount}</source>
      <translation>คืนเงิน {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/remedy.py" />
      <source>Money back: {name}, {amount}</source>
      <translation>คืนเงิน: {name} {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scarcity.py" />
      <source>More is being cut</source>
      <translation>กำลังตัดเพิ่ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scarcity.py" />
      <source>More than {count} of {name} for this order.</source>
      <translation>ออร์เดอร์นี้ขอ {name} มากกว่า {count} ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/guest_words.py" />
      <source>Mostly {day}, about {hours}</source>
      <translation>ส่วนใหญ่{day} ราว {hours}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/order_props.py" />
      <source>New order</source>
      <translation>ออเดอร์ใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>No allergens</source>
      <translation>ไม่มีสารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/avoid.py" />
      <source>No longer avoid {what}?</source>
      <translation>ไม่หลีกเลี่ยง {what} แล้วใช่ไหม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/payment_words.py" />
      <source>No longer fit for sale: {names}</source>
      <translation>ขายไม่ได้แล้ว: {names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scanning.py" />
      <source>No portion here has that code: it left the shop, or it was misread.</source>
      <translation>ไม่มีชิ้นใดที่นี่มีรหัสนี้: ออกจากร้านไปแล้ว หรืออ่านรหัสผิด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovery_words.py" />
      <source>No portion is as good</source>
      <translation>ไม่มีชิ้นที่ดีเท่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/till_props.py" />
      <source>No printer is set up</source>
      <translation>ยังไม่ได้ตั้งค่าเครื่องพิมพ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refunding.py" />
      <source>No receipt has this number</source>
      <translation>ไม่มีใบเสร็จเลขที่นี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/guest_words.py" />
      <source>No visits yet</source>
      <translation>ยังไม่เคยมา</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/discount.py" />
      <source>Nobody may grant that</source>
      <translation>ไม่มีใครให้ส่วนลดนี้ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refund_words.py" />
      <source>Not as it should be</source>
      <translation>ไม่เป็นอย่างที่ควร</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/discount.py" />
      <source>Not as it should look</source>
      <translation>หน้าตาไม่เป็นอย่างที่ควร</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/pay.py" />
      <source>Not enough money</source>
      <translation>จำนวนเงินไม่พอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>Not found</source>
      <translation>หาไม่พบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refund_words.py" />
      <source>Not made yet: not needed</source>
      <translation>ยังไม่ได้ทำ: ไม่ต้องทำแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>Not stated: may not be sold</source>
      <translation>ยังไม่ระบุ: ห้ามขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refund_words.py" />
      <source>Not taken yet: back on sale</source>
      <translation>ยังไม่ได้หยิบ: นำกลับไปขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/complaining.py" />
      <source>Not the price that was shown</source>
      <translation>ไม่ตรงกับราคาที่แสดง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/complaining.py" />
      <source>Not what was ordered</source>
      <translation>ไม่ตรงกับที่สั่ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/asking.py" />
      <source>Note for the kitchen, {left} characters left</source>
      <translation>หมายเหตุถึงครัว เหลือ {left} ตัวอักษร</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/till_props.py" />
      <source>Nothing is printed here; receipts are shown after paying and wait for a printer. Name one in WEDGE_PRINTER and start the till again.</source>
      <translation>ที่นี่ไม่มีการพิมพ์ ใบเสร็จแสดงหลังชำระเงินและรอเครื่องพิมพ์ ระบุเครื่องพิมพ์ใน WEDGE_PRINTER แล้วเปิดเครื่องคิดเงินใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/payment_words.py" />
      <source>Nothing was paid. Nobody may sell it: take it out of the order, leave it where it is and tell the kitchen.</source>
      <translation>ยังไม่มีการชำระเงิน ห้ามใครขาย ให้นำออกจากออเดอร์ วางไว้ที่เดิม และแจ้งครัว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refund_props.py" />
      <source>Only {amount} is left of it</source>
      <translation>เหลือให้คืนได้เพียง {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scarcity.py" />
      <source>Only {count} of {name} per order now</source>
      <translation>ขณะนี้ {name} ออร์เดอร์ละ {count} ชิ้นเท่านั้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ask_words.py" />
      <source>Only {n}</source>
      <translation>มีเพียง {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about.py" />
      <location filename="../../app/ui/pos/order_props.py" />
      <location filename="../../app/ui/pos/parked.py" />
      <source>Order {number}</source>
      <translation>ออเดอร์ {number}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/late_rows.py" />
      <source>Order {number} has waited {time}</source>
      <translation>ออเดอร์ {number} รอมาแล้ว {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/remedy.py" />
      <source>Order {number} is in the kitchen, at no charge</source>
      <translation>ออเดอร์ {number} อยู่ในครัวแล้ว ไม่คิดเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/served_low.py" />
      <source>Order {number} was served below our quality</source>
      <translation>ออเดอร์ {number} เสิร์ฟต่ำกว่าคุณภาพที่รับรอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>Order {number}, {name}. The refund's receipt is being printed.</source>
      <translation>ออเดอร์ {number} {name} กำลังพิมพ์ใบคืนเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>Order {number}: {name}</source>
      <translation>ออเดอร์ {number}: {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>Order {number}: {name} is another portion</source>
      <translation>ออเดอร์ {number}: เปลี่ยนชิ้นของ {name} แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>Other</source>
      <translation>อื่น ๆ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/payment_words.py" />
      <source>Outside the temperature limit: {codes}</source>
      <translation>อุณหภูมินอกเกณฑ์: {codes}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>Paid back</source>
      <translation>คืนเงินแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>Portion</source>
      <translation>ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/till_props.py" />
      <source>Receipts will wait. Selling goes on.</source>
      <translation>ใบเสร็จจะรอพิมพ์ ขายต่อได้ตามปกติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>Refund of {number}: {reason}</source>
      <translation>คืนเงินของ {number}: {reason}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/discount.py" />
      <source>Regular guest</source>
      <translation>ลูกค้าประจำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>Served</source>
      <translation>เสิร์ฟแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/served_low.py" />
      <source>Served below the promised quality</source>
      <translation>เสิร์ฟต่ำกว่าคุณภาพที่รับรอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/complaining.py" />
      <source>Something is in it</source>
      <translation>มีสิ่งแปลกปลอม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/complaining.py" />
      <source>Something was forgotten</source>
      <translation>ลืมบางอย่าง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovering.py" />
      <source>Spoken to the guest</source>
      <translation>พูดคุยกับลูกค้าแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/size.py" />
      <source>Standard {size}: {price}</source>
      <translation>มาตรฐาน {size}: {price}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>Stands in for {code}: {why}. Not dearer.</source>
      <translation>แทน {code}: {why} ราคาไม่เพิ่ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ask_words.py" />
      <source>Take fewer, another grade, or something else.</source>
      <translation>ลดจำนวน เลือกเกรดอื่น หรืออย่างอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/payment_words.py" />
      <source>Taken out of the order, nothing was paid. Take it off the shelf; choose another or pay the new total.</source>
      <translation>นำออกจากออเดอร์แล้ว ยังไม่มีการชำระเงิน กรุณานำออกจากชั้นวาง เลือกชิ้นอื่นหรือชำระยอดใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scanning.py" />
      <source>The back office does not sell {name} now.</source>
      <translation>หลังร้านไม่ได้เปิดขาย {name} ในตอนนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>The guest avoids {what}</source>
      <translation>ลูกค้าหลีกเลี่ยง {what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/late_rows.py" />
      <source>The guest had to wait</source>
      <translation>ลูกค้าต้องรอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refund_words.py" />
      <source>The guest keeps it</source>
      <translation>ลูกค้าเก็บไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovery_words.py" />
      <source>The guest of order {number} complains</source>
      <translation>ลูกค้าออเดอร์ {number} ร้องเรียน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovery_words.py" />
      <source>The guest of order {number} was not happy</source>
      <translation>ลูกค้าของออเดอร์ {number} ไม่พอใจ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/size.py" />
      <source>The guest wants less</source>
      <translation>ลูกค้าต้องการน้อยลง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/size.py" />
      <source>The guest wants more</source>
      <translation>ลูกค้าต้องการมากขึ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refund_props.py" />
      <source>The guest's points are taken back in proportion.</source>
      <translation>แต้มของลูกค้าจะถูกหักคืนตามสัดส่วน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refund_props.py" />
      <source>The guest's points: {n}</source>
      <translation>แต้มของลูกค้า: {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/payment_words.py" />
      <source>The kitchen blocked it.</source>
      <translation>ครัวระงับชิ้นนี้แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ask_words.py" />
      <source>The kitchen can cut it; take fewer, or something else.</source>
      <translation>ครัวตัดเพิ่มได้ หรือลดจำนวน หรือเลือกอย่างอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>The kitchen has an equal portion for it</source>
      <translation>ครัวมีชิ้นที่เทียบเท่ากัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/asking.py" />
      <source>The kitchen has been asked to cut.</source>
      <translation>ขอให้ครัวตัดแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>The kitchen has not confirmed order {numbers}</source>
      <translation>ครัวยังไม่รับทราบออเดอร์ {numbers}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>The kitchen has taken it off sale. Pick another one.</source>
      <translation>ครัวนำออกจากการขายแล้ว กรุณาเลือกชิ้นอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about.py" />
      <source>The label is on its way to the printer.</source>
      <translation>กำลังส่งป้ายไปที่เครื่องพิมพ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/late_rows.py" />
      <source>The order was forgotten</source>
      <translation>ลืมออเดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/till_props.py" />
      <source>The printer works.</source>
      <translation>เครื่องพิมพ์ทำงานปกติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/order.py" />
      <source>The rest of the order was taken again.</source>
      <translation>หยิบรายการที่เหลือใหม่แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/discount.py" />
      <source>This line is reduced already, by hand or by an offer.</source>
      <translation>รายการนี้ลดราคาแล้ว ด้วยมือหรือด้วยข้อเสนอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refunding.py" />
      <source>Type the number after the dash: 42 for 1-000042.</source>
      <translation>พิมพ์ตัวเลขหลังขีด: 42 สำหรับ 1-000042</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/complaining.py" />
      <source>Unfriendly</source>
      <translation>ไม่เป็นมิตร</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/guest_words.py" />
      <source>Use {points} points: −{amount}</source>
      <translation>ใช้ {points} คะแนน: −{amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/guest_words.py" />
      <source>Usually: {names}</source>
      <translation>มักซื้อ: {names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>Verified</source>
      <translation>ตรวจแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/granting.py" />
      <source>Voucher of {amount}: {name}</source>
      <translation>บัตรกำนัล {amount}: {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/granting.py" />
      <source>Voucher {code}: {amount}, valid until {date}. The paper is being printed</source>
      <translation>บัตรกำนัล {code}: {amount} ใช้ได้ถึง {date} กำลังพิมพ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/voucher_tender.py" />
      <source>Voucher …{ending}</source>
      <translation>บัตรกำนัล …{ending}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>Wait for a new whole</source>
      <translation>รอถาดใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/complaining.py" />
      <location filename="../../app/ui/pos/refund_words.py" />
      <source>Waited too long</source>
      <translation>รอนานเกินไป</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>Weight</source>
      <translation>น้ำหนัก</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/discount.py" />
      <location filename="../../app/ui/pos/refund_words.py" />
      <source>Wrong order</source>
      <translation>สั่งผิด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/others_sheet.py" />
      <source>a portion</source>
      <translation>ต่อหนึ่งส่วน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>all paid back</source>
      <translation>คืนเงินครบแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/tile.py" />
      <source>avoided: {what}</source>
      <translation>หลีกเลี่ยง: {what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>below the quality limit</source>
      <translation>ต่ำกว่าเกณฑ์คุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>best for the whole order</source>
      <translation>ดีที่สุดสำหรับทั้งออเดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>blocked or taken off the shelf</source>
      <translation>ถูกระงับหรือนำออกจากชั้นแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/tile.py" />
      <source>blocked: allergens</source>
      <translation>ถูกกัก: สารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>cancelled</source>
      <translation>ยกเลิกแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/suggesting.py" />
      <source>completes an offer</source>
      <translation>ครบชุดข้อเสนอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/wheel_sheet.py" />
      <source>cut {time} ago</source>
      <translation>ตัดเมื่อ {time} ที่แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>fresher one by the store's weights</source>
      <translation>ชิ้นที่สดกว่าตามน้ำหนักของร้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/suggesting.py" />
      <source>goes well with it</source>
      <translation>เข้ากันดี</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/guest_words.py" />
      <source>grade {grade}</source>
      <translation>เกรด {grade}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>handed over</source>
      <translation>ส่งมอบแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/order_props.py" />
      <location filename="../../app/ui/pos/parked.py" />
      <source>held {time}</source>
      <translation>กันไว้อีก {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/order_props.py" />
      <location filename="../../app/ui/pos/parked.py" />
      <source>hold ended</source>
      <translation>หมดเวลากันสินค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/wheel_sheet.py" />
      <source>in another order</source>
      <translation>อยู่ในออเดอร์อื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/tile.py" />
      <source>in quality review</source>
      <translation>รอตรวจคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>in the kitchen</source>
      <translation>อยู่ในครัว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/wheel_sheet.py" />
      <source>in this order</source>
      <translation>อยู่ในออเดอร์นี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>its cabinet is out of its limits</source>
      <translation>ตู้เก็บอยู่นอกเกณฑ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>kitchen has not confirmed</source>
      <translation>ครัวยังไม่รับทราบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>lower grade, accepted</source>
      <translation>เกรดต่ำกว่า ลูกค้ายอมรับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/suggesting.py" />
      <source>many take it</source>
      <translation>หลายคนเลือก</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>next better grade at the price shown</source>
      <translation>เกรดที่ดีกว่าในราคาที่แสดง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/line_rows.py" />
      <source>no answer, nothing is held</source>
      <translation>ไม่มีคำตอบ ยังไม่ได้กันสินค้าไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/tile.py" />
      <source>no quality score</source>
      <translation>ยังไม่มีคะแนนคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/tile.py" />
      <source>no valid price</source>
      <translation>ไม่มีราคาที่ใช้ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/tile.py" />
      <source>none left</source>
      <translation>หมด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/till_props.py" />
      <source>not current: {age} s old</source>
      <translation>ข้อมูลเก่า {age} วินาที</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scanning.py" />
      <location filename="../../app/ui/pos/wheel_sheet.py" />
      <source>not for sale</source>
      <translation>งดขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>oldest first</source>
      <translation>ชิ้นเก่าก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>oldest that meets grade {grade}</source>
      <translation>เก่าที่สุดที่ได้เกรด {grade}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>one more for less, sell first</source>
      <translation>เพิ่มอีกชิ้นราคาลด ขายก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/extra.py" />
      <source>one more, {amount} less</source>
      <translation>อีกชิ้น ถูกลง {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>open</source>
      <translation>เปิดอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>other grade</source>
      <translation>เกรดอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>other size</source>
      <translation>ขนาดอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>paid</source>
      <translation>ชำระแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>paid back</source>
      <translation>คืนเงินแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/tile.py" />
      <source>past its time</source>
      <translation>เลยเวลาขายแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>picked by hand</source>
      <translation>เลือกเอง</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/guest_words.py" />
      <source>portions of {size}</source>
      <translation>ชิ้นขนาด {size}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/others_sheet.py" />
      <source>same price</source>
      <translation>ราคาเท่ากัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/suggesting.py" />
      <source>saves {amount} together</source>
      <translation>ซื้อคู่กันประหยัด {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>sell first</source>
      <translation>ขายก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/tile.py" />
      <source>sell within {time}</source>
      <translation>ขายภายใน {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>similar</source>
      <translation>คล้ายกัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/wheel_sheet.py" />
      <source>sold</source>
      <translation>ขายแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>the only one that fits</source>
      <translation>ชิ้นเดียวที่เข้าเงื่อนไข</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>to be settled</source>
      <translation>รอตกลงกับลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/suggesting.py" />
      <source>usual for this guest</source>
      <translation>ลูกค้าคนนี้ซื้อประจำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/line_rows.py" />
      <source>waiting for the store …</source>
      <translation>รอร้านตอบรับ …</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <source>waits for the printer</source>
      <translation>รอเครื่องพิมพ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/about_items.py" />
      <source>waits in the kitchen</source>
      <translation>รออยู่ในครัว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>your guest's favourite place</source>
      <translation>ตำแหน่งที่ลูกค้าชอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>your guest's usual grade</source>
      <translation>เกรดที่ลูกค้าเลือกประจำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/recovery_words.py" />
      <source>{amount} back</source>
      <translation>คืนเงิน {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/late.py" />
      <source>{amount} back for a long wait: {name}</source>
      <translation>คืน {amount} เพราะรอนาน: {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refunding.py" />
      <source>{amount} back for receipt {number}</source>
      <translation>คืน {amount} ของใบเสร็จ {number}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/pay.py" />
      <source>{amount} is missing. Nothing was paid.</source>
      <translation>ขาดอีก {amount} ยังไม่ได้ชำระเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ledger.py" />
      <location filename="../../app/ui/pos/refund_props.py" />
      <source>{amount} of it paid back</source>
      <translation>คืนเงินแล้ว {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/voucher_tender.py" />
      <source>{amount} stays on it</source>
      <translation>คงเหลือ {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/granting.py" />
      <location filename="../../app/ui/pos/refund_props.py" />
      <source>{amount} went back to the voucher</source>
      <translation>คืน {amount} เข้าบัตรกำนัลแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>{code} cannot be served as sold: {why}. Ask the guest.</source>
      <translation>เสิร์ฟ {code} ตามที่ขายไม่ได้: {why} โปรดถามลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/line_rows.py" />
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>{code} was found to be of grade {grade}: ask the guest.</source>
      <translation>ตรวจพบว่า {code} เป็นเกรด {grade}: โปรดถามลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/scanning.py" />
      <source>{code} was not added</source>
      <translation>ไม่ได้เพิ่ม {code}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/keeper.py" />
      <source>{code} was replaced: {why}. It costs {price} at most.</source>
      <translation>เปลี่ยน {code} แล้ว: {why} ราคาไม่เกิน {price}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/line_rows.py" />
      <source>{code}: {why}. Looking for another …</source>
      <translation>{code}: {why} กำลังหาชิ้นอื่น …</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/line_rows.py" />
      <source>{code}: {why}. No equal portion is free: ask the guest.</source>
      <translation>{code}: {why} ไม่มีชิ้นเทียบเท่าว่าง ถามลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ask_words.py" />
      <location filename="../../app/ui/pos/tile.py" />
      <location filename="../../app/ui/pos/wheel_sheet.py" />
      <source>{count} left</source>
      <translation>เหลือ {count}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/guest_words.py" />
      <source>{count} points</source>
      <translation>{count} คะแนน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/till_props.py" />
      <source>{count} receipts wait. Selling goes on.</source>
      <translation>มีใบเสร็จรอพิมพ์ {count} ใบ ขายต่อได้ตามปกติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/guest_words.py" />
      <source>{count} visits lately</source>
      <translation>มา {count} ครั้งในช่วงนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/parked.py" />
      <source>{count} went back on sale</source>
      <translation>กลับไปขาย {count} ชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/line_rows.py" />
      <source>{grade} at this price</source>
      <translation>{grade} ในราคานี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/line_rows.py" />
      <source>{grade} for {price}</source>
      <translation>เกรด {grade} ราคา {price}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>{grade} for {price}, {less} back</source>
      <translation>เกรด {grade} ราคา {price} คืนเงิน {less}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>{grade} for {price}, {less} less</source>
      <translation>เกรด {grade} ราคา {price} ถูกลง {less}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/size.py" />
      <source>{missing} come from its neighbour in the same whole.</source>
      <translation>{missing} ตัดจากชิ้นข้างเคียงในถาดเดียวกัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/order_props.py" />
      <source>{names}: back on sale for everybody. Nothing was paid.</source>
      <translation>{names}: กลับไปขายให้ทุกคนแล้ว ยังไม่ได้ชำระเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/avoid.py" />
      <source>{name} holds {what}</source>
      <translation>{name} มี {what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/order.py" />
      <location filename="../../app/ui/pos/order_intake.py" />
      <source>{name} is gone</source>
      <translation>{name} หมดแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/keeper.py" />
      <source>{name}: another portion</source>
      <translation>{name}: เปลี่ยนชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/choice_words.py" />
      <source>{name}: this portion has changed</source>
      <translation>{name}: ชิ้นนี้เปลี่ยนไปแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/discount.py" />
      <source>{name}: {new} instead of {old}</source>
      <translation>{name}: {new} แทน {old}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/swapper.py" />
      <source>{name}: {old} has to go first. Take {new} instead.</source>
      <translation>{name}: {old} ต้องขายก่อน ขอหยิบ {new} แทน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/size.py" />
      <source>{name}: {size} for {price}</source>
      <translation>{name}: {size} ราคา {price}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>{new}. {why}</source>
      <translation>{new} {why}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ask_words.py" />
      <source>{only}. Conversion needed: {n} whole</source>
      <translation>{only} ต้องตัดเพิ่ม: {n} ถาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ask_words.py" />
      <source>{only}: short by {n}</source>
      <translation>{only}: ขาด {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/ask_words.py" />
      <source>{only}: short by {n}, even when {wholes} whole are cut</source>
      <translation>{only}: ขาด {n} แม้ตัดเพิ่ม {wholes} ถาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/size.py" />
      <source>{rest} are cut off.</source>
      <translation>ตัดออก {rest}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/line_rows.py" />
      <source>{size} waits for a shift lead or manager</source>
      <translation>{size} รอหัวหน้ากะหรือผู้จัดการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refund_props.py" />
      <source>{tax} in it: {amount}</source>
      <translation>รวม {tax}: {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/order_props.py" />
      <source>{tax} included</source>
      <translation>รวม {tax} แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/order_props.py" />
      <source>{tax} {percent} % included</source>
      <translation>รวม {tax} {percent} % แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/refund_props.py" />
      <source>{total} paid on {moment}</source>
      <translation>จ่าย {total} เมื่อ {moment}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/served_low.py" />
      <source>{what}: another portion, or the money back?</source>
      <translation>{what}: ให้ชิ้นใหม่หรือคืนเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/incident.py" />
      <source>“{note}” Blocked: {lots}. Take them off the display, hand nothing of them out. Bring a guest who ate of them to the food safety manager at once. Receipts concerned: {count}.</source>
      <translation>“{note}” ระงับแล้ว: {lots} นำออกจากตู้โชว์และห้ามส่งมอบ พาลูกค้าที่รับประทานไปพบผู้จัดการความปลอดภัยอาหารทันที ใบเสร็จที่เกี่ยวข้อง: {count}</translation>
    </message>
  </context>
  <context>
    <name>TillWindow</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/TillWindow.qml" />
      <source>Ask</source>
      <translation>ถาม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/TillWindow.qml" />
      <source>Go and tell the kitchen. The payment is safe.</source>
      <translation>กรุณาไปแจ้งครัว การชำระเงินเรียบร้อยแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/TillWindow.qml" />
      <source>I have read it</source>
      <translation>อ่านแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/TillWindow.qml" />
      <source>Longer than a guest may wait.</source>
      <translation>นานกว่าที่ลูกค้าควรรอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/TillWindow.qml" />
      <source>Make it good</source>
      <translation>ชดเชย</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/TillWindow.qml" />
      <source>No connection to the store</source>
      <translation>เชื่อมต่อกับร้านไม่ได้</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/TillWindow.qml" />
      <source>Nothing of it can be handed over until then.</source>
      <translation>ยังส่งมอบไม่ได้จนกว่าจะเลือก</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/TillWindow.qml" />
      <source>Selling waits so that nothing is sold twice. The order is safe. It goes on by itself.</source>
      <translation>พักการขายเพื่อไม่ให้ขายซ้ำ ออเดอร์ยังอยู่ครบ และจะทำต่อเองเมื่อเชื่อมต่อได้</translation>
    </message>
  </context>
  <context>
    <name>ToolsSection</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ToolsSection.qml" />
      <source>Carries</source>
      <translation>มีติดอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ToolsSection.qml" />
      <source>Confirmed by</source>
      <translation>ผู้ยืนยัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ToolsSection.qml" />
      <source>It carried</source>
      <translation>เคยมีติดอยู่</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ToolsSection.qml" />
      <source>Kind</source>
      <translation>ชนิด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ToolsSection.qml" />
      <source>Last used</source>
      <translation>ใช้ล่าสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ToolsSection.qml" />
      <source>Method</source>
      <translation>วิธี</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ToolsSection.qml" />
      <source>No tool or surface is registered</source>
      <translation>ยังไม่ได้ลงทะเบียนอุปกรณ์หรือพื้นผิว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ToolsSection.qml" />
      <source>Nothing was sanitised yet</source>
      <translation>ยังไม่มีการฆ่าเชื้อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ToolsSection.qml" />
      <source>Sanitised</source>
      <translation>ฆ่าเชื้อแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ToolsSection.qml" />
      <source>Suits</source>
      <translation>เหมาะกับ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/ToolsSection.qml" />
      <source>Tool or surface</source>
      <translation>อุปกรณ์หรือพื้นผิว</translation>
    </message>
  </context>
  <context>
    <name>Training</name>
    <message>
      <location filename="../../app/ui/shared/refusal_training.py" />
      <source>A training is missing</source>
      <translation>ขาดการอบรม</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_training.py" />
      <source>Allergens</source>
      <translation>สารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_training.py" />
      <source>Food handling</source>
      <translation>การจัดการอาหาร</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_training.py" />
      <source>No training on file: {kind}</source>
      <translation>ไม่มีบันทึกการอบรม: {kind}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_training.py" />
      <source>Nobody here has it now. A manager writes a training down in the back office.</source>
      <translation>ตอนนี้ไม่มีใครที่นี่ผ่านการอบรม ผู้จัดการบันทึกการอบรมในระบบหลังร้าน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_training.py" />
      <source>Nothing was recorded. Ask a manager.</source>
      <translation>ไม่ได้บันทึกอะไร กรุณาถามผู้จัดการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_training.py" />
      <source>Portioning</source>
      <translation>การแบ่งชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_training.py" />
      <source>Quality checks</source>
      <translation>การตรวจคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_training.py" />
      <source>Training ended on {day}: {kind}</source>
      <translation>การอบรมหมดอายุ {day}: {kind}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/refusal_training.py" />
      <source>{names} may sign it now. Your manager writes a new training down in the back office.</source>
      <translation>{names} ลงชื่อได้ตอนนี้ ผู้จัดการบันทึกการอบรมใหม่ในระบบหลังร้าน</translation>
    </message>
  </context>
  <context>
    <name>TrainingView</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>Allergens</source>
      <translation>สารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>Food handling</source>
      <translation>การจัดการอาหาร</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>Held on</source>
      <translation>วันที่อบรม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>Keep</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>New record …</source>
      <translation>บันทึกใหม่ …</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>No staff</source>
      <translation>ไม่มีพนักงาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>Note (course, certificate)</source>
      <translation>หมายเหตุ (หลักสูตร ใบรับรอง)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>Portioning</source>
      <translation>การแบ่งชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>Quality checks</source>
      <translation>การตรวจคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>Staff</source>
      <translation>พนักงาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>Tap a person to see the records.</source>
      <translation>แตะชื่อเพื่อดูบันทึก</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>Training</source>
      <translation>การอบรม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>Valid until, this day included</source>
      <translation>ใช้ได้ถึงวันที่ (รวมวันนี้)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>Withdraw</source>
      <translation>ถอน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/TrainingView.qml" />
      <source>● valid until   ◆ ends soon, on   ▲ ended on   – none on file</source>
      <translation>● ใช้ได้ถึง   ◆ ใกล้หมดอายุ   ▲ หมดอายุแล้ว   – ไม่มีบันทึก</translation>
    </message>
  </context>
  <context>
    <name>UnitSheet</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/UnitSheet.qml" />
      <source>Below zero</source>
      <translation>ต่ำกว่าศูนย์</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/UnitSheet.qml" />
      <source>Sign the check</source>
      <translation>ลงชื่อการตรวจ</translation>
    </message>
  </context>
  <context>
    <name>VerifySheet</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/VerifySheet.qml" />
      <source>Looks right</source>
      <translation>สภาพเรียบร้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/VerifySheet.qml" />
      <source>Take it out</source>
      <translation>นำออก</translation>
    </message>
  </context>
  <context>
    <name>VoucherPage</name>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/VoucherPage.qml" />
      <source>A voucher for you</source>
      <translation>บัตรกำนัลสำหรับคุณ</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/VoucherPage.qml" />
      <source>Its code is on your printed slip and ends in %1.</source>
      <translation>รหัสอยู่บนใบที่พิมพ์ให้ ลงท้ายด้วย %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/customer/qml/Wedge/Customer/VoucherPage.qml" />
      <source>What you do not spend at once stays on it.</source>
      <translation>ยอดที่ยังไม่ได้ใช้ เก็บไว้ใช้ครั้งต่อไปได้</translation>
    </message>
  </context>
  <context>
    <name>VoucherSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/VoucherSheet.qml" />
      <source>Code on the voucher</source>
      <translation>รหัสบนบัตรกำนัล</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/VoucherSheet.qml" />
      <source>Take the voucher</source>
      <translation>ใช้บัตรกำนัล</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/VoucherSheet.qml" />
      <source>Voucher</source>
      <translation>บัตรกำนัล</translation>
    </message>
  </context>
  <context>
    <name>WasteForm</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WasteForm.qml" />
      <source>Cause</source>
      <translation>สาเหตุ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WasteForm.qml" />
      <source>Code of the portion or whole</source>
      <translation>รหัสชิ้นหรือถาด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WasteForm.qml" />
      <source>Note</source>
      <translation>หมายเหตุ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WasteForm.qml" />
      <source>Record waste</source>
      <translation>บันทึกของทิ้ง</translation>
    </message>
  </context>
  <context>
    <name>WaysForm</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>+ Way of cutting</source>
      <translation>+ วิธีตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>A good-looking portion has (separate with ;)</source>
      <translation>ชิ้นที่สวยต้องมี (คั่นด้วย ;)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>Ask for %1</source>
      <translation>ขออนุมัติ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>Cut with</source>
      <translation>ตัดด้วย</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>In a row</source>
      <translation>ต่อแถว</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>Largest portion, % of the standard</source>
      <translation>ส่วนใหญ่สุด % ของมาตรฐาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>Name</source>
      <translation>ชื่อ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>Portions</source>
      <translation>จำนวนส่วน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>Remove this way</source>
      <translation>ลบวิธีนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>Size of the whole</source>
      <translation>ขนาดของทั้งชิ้น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>Smallest portion, % of the standard</source>
      <translation>ส่วนเล็กสุด % ของมาตรฐาน</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>Usual</source>
      <translation>ปกติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>Ways of cutting</source>
      <translation>วิธีตัด</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>Weight, g</source>
      <translation>น้ำหนัก (กรัม)</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>by angle</source>
      <translation>ตามมุม</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WaysForm.qml" />
      <source>round</source>
      <translation>ทรงกลม</translation>
    </message>
  </context>
  <context>
    <name>WheelSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/WheelSheet.qml" />
      <source>Another size …</source>
      <translation>ขนาดอื่น …</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/WheelSheet.qml" />
      <source>Ask the kitchen to cut one.</source>
      <translation>แจ้งครัวให้ตัดเพิ่ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/WheelSheet.qml" />
      <source>How it is prepared, note …</source>
      <translation>การเตรียมและหมายเหตุ …</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/WheelSheet.qml" />
      <source>Next of grade %1</source>
      <translation>ชิ้นถัดไปของเกรด %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/WheelSheet.qml" />
      <source>Nothing is cut</source>
      <translation>ยังไม่มีที่ตัดแล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/WheelSheet.qml" />
      <source>Several, prepared, with a note …</source>
      <translation>หลายชิ้น การเตรียม หมายเหตุ …</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/WheelSheet.qml" />
      <source>What is the reason?</source>
      <translation>เหตุผลคืออะไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/WheelSheet.qml" />
      <source>What it contains</source>
      <translation>มีส่วนผสมอะไร</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/WheelSheet.qml" />
      <source>tap the portion to take. Why?</source>
      <translation>แตะชิ้นที่จะหยิบ เพราะอะไร</translation>
    </message>
  </context>
  <context>
    <name>WhySheet</name>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/WhySheet.qml" />
      <source>Confirm</source>
      <translation>ยืนยัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/WhySheet.qml" />
      <source>What is it?</source>
      <translation>คืออะไร</translation>
    </message>
  </context>
  <context>
    <name>WithdrawSheet</name>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/WithdrawSheet.qml" />
      <source>Do not add it</source>
      <translation>ไม่เพิ่ม</translation>
    </message>
    <message>
      <location filename="../../app/ui/pos/qml/Wedge/Till/WithdrawSheet.qml" />
      <source>The guest withdrew it</source>
      <translation>ลูกค้ายกเลิกแล้ว</translation>
    </message>
  </context>
  <context>
    <name>Words</name>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Administrator</source>
      <translation>ผู้ดูแลระบบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/figures.py" />
      <source>Base prices {amount}</source>
      <translation>ราคาปกติ {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Cashier</source>
      <translation>แคชเชียร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Change of the rules</source>
      <translation>เปลี่ยนกฎ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Compensation</source>
      <translation>การชดเชย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Discount</source>
      <translation>ส่วนลด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Erase a guest</source>
      <translation>ลบข้อมูลลูกค้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Food safety manager</source>
      <translation>ผู้จัดการความปลอดภัยอาหาร</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Kitchen</source>
      <translation>ครัว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>LATE</source>
      <translation>ล่าช้า</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Manager</source>
      <translation>ผู้จัดการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>More budget for an offer</source>
      <translation>เพิ่มงบข้อเสนอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>More than one order's share</source>
      <translation>มากกว่าส่วนของหนึ่งออร์เดอร์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>NEW</source>
      <translation>ใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>ON TIME</source>
      <translation>ทันเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Portion of another size</source>
      <translation>ชิ้นขนาดอื่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Portions beyond the limits</source>
      <translation>จำนวนชิ้นเกินเกณฑ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Price below cost</source>
      <translation>ราคาต่ำกว่าทุน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Price below the margin</source>
      <translation>ราคาต่ำกว่ากำไรขั้นต่ำ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Refund</source>
      <translation>คืนเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Release after an allergen incident</source>
      <translation>ปล่อยหลังเหตุสารก่อภูมิแพ้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Release after quality review</source>
      <translation>ปล่อยหลังตรวจคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Replacement or refund</source>
      <translation>เปลี่ยนหรือคืนเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Replacement or refund above the limit</source>
      <translation>ชดเชยหรือคืนเงินเกินวงเงิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>SOON</source>
      <translation>ใกล้ถึงเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Selling time extended</source>
      <translation>ยืดเวลาขาย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Service</source>
      <translation>พนักงานบริการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Shift lead</source>
      <translation>หัวหน้ากะ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Skip the portion to sell first</source>
      <translation>ข้ามชิ้นที่ต้องขายก่อน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>Surcharge at peak hours</source>
      <translation>เพิ่มราคาช่วงแน่น</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>The printer cannot be reached. Check that it is on and connected.</source>
      <translation>ติดต่อเครื่องพิมพ์ไม่ได้ ตรวจดูว่าเปิดเครื่องและต่อสายไว้แล้ว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>The printer does not answer. Switch it off and on again.</source>
      <translation>เครื่องพิมพ์ไม่ตอบสนอง ปิดแล้วเปิดเครื่องใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>The printer has no paper. Put in a new roll.</source>
      <translation>กระดาษหมด ใส่ม้วนใหม่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>The printer is offline. Check its lights and press its feed button.</source>
      <translation>เครื่องพิมพ์ออฟไลน์อยู่ ดูไฟสถานะแล้วกดปุ่มเลื่อนกระดาษ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>The printer stopped in the middle of a receipt. It is printed again.</source>
      <translation>เครื่องพิมพ์หยุดกลางใบเสร็จ จะพิมพ์ใบนั้นใหม่อีกครั้ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>The printer's address is not understood. Check the settings.</source>
      <translation>ที่อยู่ของเครื่องพิมพ์ไม่ถูกต้อง ตรวจการตั้งค่า</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>The printer's cover is open. Close it.</source>
      <translation>ฝาเครื่องพิมพ์เปิดอยู่ ปิดฝาให้สนิท</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>The printer's cutter is stuck. Open the cover and free the paper.</source>
      <translation>ใบมีดตัดกระดาษติด เปิดฝาแล้วดึงกระดาษที่ติดออก</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>The receipt could not be written to its folder. Check the disk.</source>
      <translation>บันทึกใบเสร็จลงโฟลเดอร์ไม่ได้ ตรวจดูพื้นที่ดิสก์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>almond</source>
      <translation>อัลมอนด์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>barley</source>
      <translation>ข้าวบาร์เลย์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>base</source>
      <translation>ราคาปกติ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>brazil nut</source>
      <translation>บราซิลนัท</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>cashew</source>
      <translation>มะม่วงหิมพานต์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>celery</source>
      <translation>ขึ้นฉ่าย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>coconut</source>
      <translation>มะพร้าว</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>corner piece</source>
      <translation>ชิ้นมุม</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>crustaceans</source>
      <translation>สัตว์น้ำเปลือกแข็ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>demand</source>
      <translation>ความต้องการ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>discount</source>
      <translation>ส่วนลด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/figures.py" />
      <source>discounts {amount}</source>
      <translation>ส่วนลด {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>edge piece</source>
      <translation>ชิ้นขอบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>egg</source>
      <translation>ไข่</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>fair quality</source>
      <translation>คุณภาพพอใช้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>fish</source>
      <translation>ปลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>freshness</source>
      <translation>ความสด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>gluten</source>
      <translation>กลูเตน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>good quality</source>
      <translation>คุณภาพดี</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>hazelnut</source>
      <translation>เฮเซลนัต</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>kamut</source>
      <translation>คามุท</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/price_words.py" />
      <source>last call</source>
      <translation>ช่วงท้ายก่อนหมดเวลา</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>limit of change</source>
      <translation>จำกัดการปรับราคา</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/price_words.py" />
      <source>looks</source>
      <translation>รูปลักษณ์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>lowest price</source>
      <translation>ราคาต่ำสุด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>lupin</source>
      <translation>ถั่วลูพิน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>macadamia</source>
      <translation>แมคคาเดเมีย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>middle piece</source>
      <translation>ชิ้นกลาง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>milk</source>
      <translation>นม</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>molluscs</source>
      <translation>หอยและหมึก</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>mustard</source>
      <translation>มัสตาร์ด</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>not known yet</source>
      <translation>ยังไม่ทราบ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>nuts</source>
      <translation>ถั่วเปลือกแข็ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>oats</source>
      <translation>ข้าวโอ๊ต</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>offer</source>
      <translation>โปรโมชัน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>own size</source>
      <translation>ขนาดตามสั่ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>peak hour</source>
      <translation>ชั่วโมงเร่งด่วน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>peanut</source>
      <translation>ถั่วลิสง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>peanuts</source>
      <translation>ถั่วลิสง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>pecan</source>
      <translation>พีแคน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>pine nut</source>
      <translation>เมล็ดสน</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>pistachio</source>
      <translation>พิสตาชิโอ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>points</source>
      <translation>แต้มสะสม</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/figures.py" />
      <source>premiums {amount}</source>
      <translation>บวกเพิ่ม {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>price as quoted</source>
      <translation>ราคาตามที่แจ้งไว้</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>quality</source>
      <translation>คุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/price_words.py" />
      <source>quality review</source>
      <translation>การตรวจคุณภาพ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/price_words.py" />
      <source>quiet hours</source>
      <translation>ช่วงลูกค้าน้อย</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>rounding</source>
      <translation>ปัดเศษ</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>rye</source>
      <translation>ข้าวไรย์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>sesame</source>
      <translation>งา</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>shellfish</source>
      <translation>สัตว์น้ำมีเปลือก</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>soy</source>
      <translation>ถั่วเหลือง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>spelt</source>
      <translation>สเปลต์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>sulphites</source>
      <translation>ซัลไฟต์</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>top quality</source>
      <translation>คุณภาพดีเยี่ยม</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>tree nuts</source>
      <translation>ถั่วเปลือกแข็ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>walnut</source>
      <translation>วอลนัต</translation>
    </message>
    <message>
      <location filename="../../app/ui/shared/words.py" />
      <source>wheat</source>
      <translation>ข้าวสาลี</translation>
    </message>
  </context>
  <context>
    <name>WorkPlaces</name>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WorkPlaces.qml" />
      <source>At work now</source>
      <translation>ผู้ทำงานขณะนี้</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WorkPlaces.qml" />
      <source>Chilled store</source>
      <translation>ห้องเย็น</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WorkPlaces.qml" />
      <source>Display</source>
      <translation>ตู้โชว์</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WorkPlaces.qml" />
      <source>Freezer</source>
      <translation>ช่องแช่แข็ง</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WorkPlaces.qml" />
      <source>One less at %1</source>
      <translation>ลดหนึ่งคนที่ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WorkPlaces.qml" />
      <source>One more at %1</source>
      <translation>เพิ่มหนึ่งคนที่ %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/manager/qml/Wedge/Office/WorkPlaces.qml" />
      <source>Where portions are fetched from</source>
      <translation>หยิบชิ้นจากที่ไหน</translation>
    </message>
  </context>
</TS>
