const LOINC = 'codeSystem="2.16.840.1.113883.6.1" codeSystemName="LOINC of Riverside"'
const SNOMED = 'codeSystem="2.16.840.1.113883.6.96"'
const RXNORM = 'codeSystem="2.16.840.1.113883.6.88"'

/** A C-CDA document of an invented person, full of what names her and of what does not. */
export const DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="https://riverside.example/osei.xsl"?>
<!-- exported for Amara Osei by Dr Brandt -->
<h:ClinicalDocument xmlns:h="urn:hl7-org:v3" xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc" xmlns:site="urn:riverside:ext"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:voc="urn:hl7-org:v3" xsi:schemaLocation="urn:hl7-org:v3 https://riverside.example/CDA.xsd">
  <realmCode code="US"/>
  <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
  <templateId root="2.16.840.1.113883.10.20.22.1.2" extension="2015-08-01"/>
  <templateId root="1.2.276.0.76.10.4711" assigningAuthorityName="Riverside"/>
  <id root="1.2.276.0.76.4.8" extension="EXPORT-88231"/>
  <code code="34133-9" ${LOINC} displayName="Summary of episode note"><translation code="34117-2" ${LOINC} displayName="History and physical"/></code>
  <title>Summary for Amara Osei</title>
  <effectiveTime value="20260304110000+0100"/>
  <confidentialityCode code="R" codeSystem="2.16.840.1.113883.5.25"/>
  <languageCode code="de-DE"/>
  <setId root="1.2.276.0.76.4.8" extension="SET-771"/><versionNumber value="7"/>
  <recordTarget>
    <patientRole>
      <id root="1.2.276.0.76.4.8.1" extension="MRN77120"/><id root="2.16.840.1.113883.4.1" extension="078-05-1120"/>
      <addr use="HP"><streetAddressLine>Birkenweg 12</streetAddressLine><city>Riverside</city><postalCode>50667</postalCode></addr>
      <telecom value="tel:+491715550199" use="MC"/>
      <patient>
        <name use="L"><prefix>Mrs</prefix><given>Amara</given><given>Nyarko</given><family>Osei</family></name>
        <administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1" displayName="Female"/>
        <birthTime value="19790214"/>
        <sdtc:deceasedInd value="false"/>
        <maritalStatusCode code="M" codeSystem="2.16.840.1.113883.5.2" displayName="Married to Kofi"/>
        <religiousAffiliationCode code="1041" codeSystem="2.16.840.1.113883.5.1076" displayName="Ashanti Church"/>
        <raceCode code="2054-5" codeSystem="2.16.840.1.113883.6.238" displayName="African"/>
        <ethnicGroupCode code="2186-5" codeSystem="2.16.840.1.113883.6.238" displayName="Ashanti"/>
        <guardian><addr>Birkenweg 14</addr><guardianPerson><name>Kofi Mensah</name></guardianPerson></guardian>
        <birthplace><place><addr><city>Kumasi</city></addr></place></birthplace>
        <languageCommunication><languageCode code="ak"/></languageCommunication>
        <site:tribe>Ashanti-North</site:tribe>
      </patient>
      <providerOrganization><id root="1.2.276.0.76.4.9"/><name>Riverside Hospital</name><telecom value="tel:+492215550100"/></providerOrganization>
    </patientRole>
  </recordTarget>
  <author><time value="20260304105900+0100"/><assignedAuthor><id extension="DOC-55" root="2.16.840.1.113883.4.6"/>
    <code code="207RC0000X" codeSystem="2.16.840.1.113883.6.101" displayName="Cardiology"/><addr><city>Riverside</city></addr>
    <telecom value="mailto:brandt@riverside.example"/><assignedPerson><name><given>Felix</given><family>Brandt</family></name></assignedPerson>
    <representedOrganization><name>Praxis Nordstadt</name></representedOrganization></assignedAuthor></author>
  <dataEnterer><assignedEntity><id root="1.2.3.4"/><assignedPerson><name>Ewa Kowalski</name></assignedPerson></assignedEntity></dataEnterer>
  <custodian><assignedCustodian><representedCustodianOrganization><id root="1.2.276.0.76.4.9"/><name>Riverside Archive</name></representedCustodianOrganization></assignedCustodian></custodian>
  <legalAuthenticator><time value="20260304"/><signatureCode code="S"/><assignedEntity><id root="1.2.3.5"/><assignedPerson><name><family>Okafor</family></name></assignedPerson></assignedEntity></legalAuthenticator>
  <participant typeCode="IND"><associatedEntity classCode="ECON"><telecom value="tel:+491715550777"/><associatedPerson><name>Efua Boateng</name></associatedPerson></associatedEntity></participant>
  <documentationOf><serviceEvent classCode="PCPR"><code code="11429006" ${SNOMED} displayName="Consultation"/>
    <effectiveTime><low value="20260301"/><high value="20260305"/></effectiveTime>
    <performer typeCode="PRF"><assignedEntity><id root="1.2.3.6" extension="NURSE-5"/><code code="394579002" ${SNOMED} displayName="Cardiology (specialty)"/><assignedPerson><name><family>Nguyen</family></name></assignedPerson></assignedEntity></performer></serviceEvent></documentationOf>
  <relatedDocument typeCode="RPLC"><parentDocument><id root="1.2.276.0.76.4.8" extension="OLD-9"/></parentDocument></relatedDocument>
  <componentOf><encompassingEncounter><id root="1.2.276.0.76.4.8.2" extension="VISIT-4410"/><code code="IMP" codeSystem="2.16.840.1.113883.5.4" displayName="inpatient encounter"/>
    <effectiveTime><low value="202603010930"/><high nullFlavor="UNK"/></effectiveTime>
    <responsibleParty><assignedEntity><assignedPerson><name><family>Novak</family></name></assignedPerson></assignedEntity></responsibleParty>
    <location><healthCareFacility><id root="1.2.9" extension="WARD7B"/><code code="309904001" ${SNOMED} displayName="Intensive care unit"/><location><name>Ward 7B</name></location></healthCareFacility></location></encompassingEncounter></componentOf>
  <component><structuredBody>
    <component><section>
      <templateId root="2.16.840.1.113883.10.20.22.2.3.1"/><code code="30954-2" ${LOINC} displayName="Results"/><title>Results of Mrs Osei</title>
      <text>Seen by Dr Brandt in ward 7B.<table border="1"><tbody><tr ID="osei-hb"><td styleCode="Bold">Haemoglobin &lt; 12 &amp; falling</td><td><linkHtml href="https://riverside.example/osei">see</linkHtml><renderMultiMedia referencedObject="PICTURE-1"/></td></tr></tbody></table></text>
      <author><time value="20260302"/><assignedAuthor><id root="1.2.3.7"/><assignedPerson><name><family>Tanaka</family></name></assignedPerson></assignedAuthor></author>
      <entry typeCode="DRIV"><organizer classCode="BATTERY" moodCode="EVN"><id root="1.2.276.0.76.4.8.3" extension="ACC-000917"/>
        <code code="58410-2" ${LOINC} displayName="CBC panel"><originalText>As asked by Felix</originalText></code><statusCode code="completed"/>
        <effectiveTime><low value="20260301094500+0100"/><high value="20260302070000.500+0100"/></effectiveTime>
        <specimen><specimenRole><id root="1.2.11" extension="TUBE-1"/><specimenPlayingEntity><code code="119297000" ${SNOMED} displayName="Blood specimen"/><name>Osei’s blood</name></specimenPlayingEntity></specimenRole></specimen>
        <component><observation classCode="OBS" moodCode="EVN"><!-- call +49 171 5550199 -->
          <templateId root="2.16.840.1.113883.10.20.22.4.2" extension="2015-08-01"/><id root="5b0f3c1e-7f5f-4a43-9d4c-1f7fd5f6a001"/>
          <code code="718-7" ${LOINC} displayName="Hemoglobin [Mass/volume] in Blood"><originalText><reference value="#osei-hb"/></originalText><translation code="HB-OSEI" codeSystem="1.2.276.0.76.5.1" displayName="Hb of Mrs Osei"/></code>
          <text><reference value="#osei-hb"/></text><statusCode code="completed"/><effectiveTime value="20260301094500+0100"/>
          <value xsi:type="voc:PQ" value="11.2" unit="g/dL"/><interpretationCode code="L" codeSystem="2.16.840.1.113883.5.83"/>
          <performer><assignedEntity><id root="1.2.3.8"/><assignedPerson><name><family>Petrova</family></name></assignedPerson></assignedEntity></performer>
          <referenceRange><observationRange><text>for Amara</text><value xsi:type="IVL_PQ"><low value="12" unit="g/dL"/><high value="16" unit="g/dL"/></value></observationRange></referenceRange>
        </observation></component>
        <component><observation classCode="OBS" moodCode="EVN"><code code="30525-0" ${LOINC} displayName="Age"/><value xsi:type="PQ" value="93" unit="a"/></observation></component>
        <component><observation classCode="OBS" moodCode="EVN"><code code="74465-6" ${LOINC} displayName="Answer"/><value xsi:type="ST">Lives with Kofi Mensah</value></observation></component>
        <component><observation classCode="OBS" moodCode="EVN"><code code="PIC-OSEI" codeSystem="1.2.276.0.76.5.1"/><value xsi:type="ED" mediaType="image/png" representation="B64">aVZCT1J3MEtHZ28=</value></observation></component>
        <component><observation classCode="OBS" moodCode="EVN"><code code="8302-2" ${LOINC} displayName="Body height"/><value xsi:type="PQ" value="3" unit="cubits of Kofi"/></observation></component>
        <component><observation classCode="OBS" moodCode="EVN"><code code="46098-0" ${LOINC} displayName="Name"/><value xsi:type="PN"><family>Osei</family></value></observation></component>
        <component><observationMedia classCode="OBS" moodCode="EVN"><value mediaType="image/png"><reference value="osei.png"/></value></observationMedia></component>
      </organizer></entry>
    </section></component>
    <component><section><code code="10160-0" ${LOINC} displayName="Medication"/>
      <entry><substanceAdministration classCode="SBADM" moodCode="INT"><id nullFlavor="NI"/><statusCode code="active"/>
        <effectiveTime xsi:type="IVL_TS"><low value="20260302"/><high value="20260401"/></effectiveTime>
        <effectiveTime xsi:type="PIVL_TS" operator="A" institutionSpecified="true"><period value="12" unit="h"/></effectiveTime>
        <routeCode code="C38288" codeSystem="2.16.840.1.113883.3.26.1.1" displayName="ORAL"/><doseQuantity value="325" unit="mg"/>
        <consumable><manufacturedProduct classCode="MANU"><id root="1.2.12" extension="LOT-77X"/><manufacturedMaterial><code code="310325" ${RXNORM} displayName="ferrous sulfate 325 MG Oral Tablet"/><name>Ferro Osei</name><lotNumberText>LOT-78Y</lotNumberText></manufacturedMaterial><manufacturerOrganization><name>Nordpharm</name></manufacturerOrganization></manufacturedProduct></consumable>
        <author><time value="20260302"/><assignedAuthor><id root="1.2.3.9"/></assignedAuthor></author>
        <entryRelationship typeCode="RSON"><observation classCode="OBS" moodCode="EVN"><code code="29308-4" ${LOINC} displayName="Diagnosis"/><value xsi:type="CD" code="271737000" ${SNOMED} displayName="Anemia"/></observation></entryRelationship>
        <entryRelationship typeCode="SUBJ" inversionInd="true"><act classCode="ACT" moodCode="INT"><code code="48767-8" ${LOINC} displayName="Annotation"/><text>Keep away from Kofi</text></act></entryRelationship>
        <precondition typeCode="PRCN"><criterion><value xsi:type="CD" nullFlavor="OTH"><translation code="25064002" ${SNOMED} displayName="Headache"/></value></criterion></precondition>
      </substanceAdministration></entry>
      <entry typeCode="OSEI" site:note="Osei-attribute"><act classCode="ACT" moodCode="EVN"><code code="CONC" codeSystem="2.16.840.1.113883.5.6"/><entryRelationship typeCode="SUBJ">
        <observation classCode="OBS" moodCode="EVN" negationInd="false"><code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/><value xsi:type="CD" code="416098002" ${SNOMED} displayName="Allergy to drug"/>
          <participant typeCode="CSM"><participantRole classCode="MANU"><id root="1.2.13" extension="UDI-4"/><playingEntity classCode="MMAT"><code code="7980" ${RXNORM} displayName="Penicillin G"/><name>Penicillin of Osei</name></playingEntity></participantRole></participant>
          <participant typeCode="LOC"><participantRole classCode="SDLOC"><code code="1160-1" codeSystem="2.16.840.1.113883.6.259"/><playingEntity classCode="PLC"><code code="22232009" ${SNOMED} displayName="Hospital room"/><name>Room 3</name></playingEntity></participantRole></participant>
        </observation></entryRelationship></act></entry>
      <site:entry><site:observation>Osei-element</site:observation></site:entry>
      <site:code code="Osei-code" codeSystem="2.16.840.1.113883.6.1"/>
    </section></component>
  </structuredBody></component>
</h:ClinicalDocument>
`

/** Codes and what they are called, numbers and units: what may be told of it. */
export const CODES = [
  ...['34133-9', 'Summary of episode note', '34117-2', 'History and physical', '207RC0000X', 'Cardiology'],
  ...['11429006', 'Consultation', '394579002', 'Cardiology (specialty)', '309904001', 'Intensive care unit'],
  ...[
    'Female',
    'inpatient encounter',
    '30954-2',
    'Results',
    '58410-2',
    'CBC panel',
    '119297000',
    'Blood specimen',
  ],
  ...['718-7', 'Hemoglobin [Mass/volume] in Blood', '11.2', 'g/dL', '30525-0', 'Age', '74465-6', 'Answer'],
  ...['8302-2', 'Body height', '46098-0', 'Name', '10160-0', 'Medication', 'C38288', 'ORAL', '325', 'mg'],
  ...['310325', 'ferrous sulfate 325 MG Oral Tablet', '29308-4', 'Diagnosis', '271737000', 'Anemia'],
  ...['48767-8', 'Annotation', '25064002', 'Headache', 'CONC', 'ASSERTION', '416098002', 'Allergy to drug'],
  ...['7980', 'Penicillin G', 'completed', 'active', '12', '16', 'h', 'IMP', 'BATTERY', 'DRIV', 'CSM'],
]
