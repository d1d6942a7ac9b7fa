<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Office</name>
    <message numerus="yes">
      <location filename="../../app/ui/manager/lot_allergens.py" />
      <source>%n portion(s) no longer for guests who avoid {what}</source>
      <translation>
        <numerusform>%n portion no longer for guests who avoid {what}</numerusform>
        <numerusform>%n portions no longer for guests who avoid {what}</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>OrderPage</name>
    <message numerus="yes">
      <location filename="../../app/ui/customer/qml/Wedge/Customer/OrderPage.qml" />
      <source>▲ %n more line(s) above</source>
      <translation>
        <numerusform>▲ %n more line above</numerusform>
        <numerusform>▲ %n more lines above</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>StarRow</name>
    <message numerus="yes">
      <location filename="../../app/ui/customer/qml/Wedge/Customer/StarRow.qml" />
      <source>%n star(s)</source>
      <translation>
        <numerusform>%n star</numerusform>
        <numerusform>%n stars</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TicketCard</name>
    <message numerus="yes">
      <location filename="../../app/ui/kds/qml/Wedge/Kitchen/TicketCard.qml" />
      <source>▼ more of %n item(s)</source>
      <translation>
        <numerusform>▼ more of %n item</numerusform>
        <numerusform>▼ more of %n items</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Till</name>
    <message numerus="yes">
      <location filename="../../app/ui/pos/settle_words.py" />
      <source>%n order line(s) wait for the guest's choice</source>
      <translation>
        <numerusform>%n order line waits for the guest's choice</numerusform>
        <numerusform>%n order lines wait for the guest's choice</numerusform>
      </translation>
    </message>
  </context>
</TS>
