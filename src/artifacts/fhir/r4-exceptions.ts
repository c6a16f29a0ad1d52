/** What elements of FHIR R4 hold where `r4-elements.ts` does not say it right, by their path. Same source, same notation. */
export const R4_EXCEPTIONS = `-: AuditEvent.agent.network AuditEvent.source Bundle.entry.request CarePlan.activity.detail DocumentReference.context
  ElementDefinition.base ImplementationGuide.definition MedicationAdministration.dosage MedicinalProductAuthorization.procedure
  MedicinalProductIngredient.substance MessageHeader.source
-*: Account.coverage CapabilityStatement.messaging.endpoint CapabilityStatement.rest.resource.operation
  CapabilityStatement.rest.resource.searchParam ChargeItem.performer Claim.supportingInfo ClaimResponse.item.adjudication
  ConceptMap.group.element Consent.policy Consent.provision.actor Consent.provision.data Contract.term Contract.term.action.subject
  Contract.term.asset.context Contract.term.offer.party Contract.term.securityLabel Coverage.class
  CoverageEligibilityRequest.supportingInfo Device.version DeviceDefinition.material ElementDefinition.type Encounter.location
  ExampleScenario.actor ExampleScenario.instance.version ExplanationOfBenefit.item.adjudication ExplanationOfBenefit.supportingInfo
  ImagingStudy.series ImagingStudy.series.performer Immunization.performer ImplementationGuide.manifest.page InsurancePlan.contact
  InsurancePlan.coverage MedicationAdministration.performer MedicationDispense.performer
  MedicationKnowledge.administrationGuidelines.dosage MedicationKnowledge.regulatory.schedule MedicationKnowledge.regulatory.substitution
  MedicinalProduct.name MedicinalProductIngredient.specifiedSubstance.strength MessageDefinition.focus MessageHeader.destination
  Observation.referenceRange Organization.contact Patient.contact PlanDefinition.goal Practitioner.qualification Procedure.performer
  ResearchStudy.label Specimen.container StructureDefinition.context StructureMap.group.rule.source StructureMap.structure
  SubstancePolymer.repeat SubstanceSourceMaterial.organism.author SubstanceSpecification.code SubstanceSpecification.name
  SubstanceSpecification.relationship SubstanceSpecification.structure.representation TerminologyCapabilities.codeSystem.version
  TestScript.destination TestScript.variable
Address: InsurancePlan.contact.address Location.address Organization.contact.address Patient.contact.address
Attachment: HealthcareService.photo Media.content Person.photo RelatedArtifact.document
Attachment*: Library.content
Bundle.link*: Bundle.entry.link
CapabilityStatement.rest.resource.operation*: CapabilityStatement.rest.operation
CapabilityStatement.rest.resource.searchParam*: CapabilityStatement.rest.searchParam
ChargeItemDefinition.applicability*: ChargeItemDefinition.propertyGroup.applicability
CodeSystem.concept*: CodeSystem.concept.concept
CodeableConcept: AdverseEvent.event AdverseEvent.outcome AdverseEvent.severity BiologicallyDerivedProduct.processing.procedure
  BiologicallyDerivedProduct.productCode BodyStructure.location Claim.priority ClaimResponse.processNote.language
  ClinicalImpression.finding.itemCodeableConcept Communication.topic Condition.severity Contract.term.action.intent
  Contract.term.action.status CoverageEligibilityRequest.priority CoverageEligibilityResponse.form
  CoverageEligibilityResponse.insurance.item.network CoverageEligibilityResponse.insurance.item.unit DetectedIssue.mitigation.action
  DeviceMetric.unit Encounter.diagnosis.use Encounter.priority Encounter.serviceType
  EvidenceVariable.characteristic.definitionByTypeAndValue.offset EvidenceVariable.characteristic.definitionCodeableConcept
  ExplanationOfBenefit.benefitBalance.network ExplanationOfBenefit.benefitBalance.unit ExplanationOfBenefit.priority
  ExplanationOfBenefit.processNote.language FamilyMemberHistory.condition.outcome Goal.description Goal.priority
  InsurancePlan.contact.purpose InsurancePlan.plan.specificCost.benefit.cost.applicability MarketingStatus.jurisdiction
  MarketingStatus.status MeasureReport.group.stratifier.stratum.component.value MeasureReport.group.stratifier.stratum.value
  Medication.form MedicationKnowledge.regulatory.schedule.schedule MedicinalProduct.name.countryLanguage.jurisdiction
  MedicinalProduct.name.countryLanguage.language MedicinalProduct.specialDesignation.status MedicinalProductAuthorization.status
  MedicinalProductIngredient.specifiedSubstance.group MedicinalProductPharmaceutical.characteristics.status
  MedicinalProductUndesirableEffect.classification NutritionOrder.oralDiet.nutrient.modifier NutritionOrder.oralDiet.texture.modifier
  ObservationDefinition.qualifiedInterval.context ObservationDefinition.quantitativeDetails.unit Organization.contact.purpose
  Patient.communication.language PlanDefinition.goal.description PlanDefinition.goal.priority PlanDefinition.goal.start Population.gender
  Procedure.focalDevice.action Procedure.outcome Provenance.activity RelatedPerson.communication.language
  ResearchStudy.progressStatus.state RiskAssessment.prediction.outcome Specimen.processing.procedure
  SubstanceReferenceInformation.classification.classification SubstanceReferenceInformation.gene.gene
  SubstanceReferenceInformation.target.interaction SubstanceReferenceInformation.target.organism SubstanceSpecification.code.status
  SubstanceSpecification.name.official.authority SubstanceSpecification.name.official.status SubstanceSpecification.name.status
  SubstanceSpecification.status SubstanceSpecification.structure.isotope.name SubstanceSpecification.structure.isotope.substitution
  Task.reasonCode
CodeableConcept*: ActivityDefinition.bodySite AdverseEvent.category Appointment.participant.type AuditEvent.agent.role CarePlan.category
  CareTeam.category CareTeam.participant.role CatalogEntry.classification ChargeItem.reason Claim.diagnosis.type Claim.procedure.type
  Communication.category CommunicationRequest.category Composition.category Composition.event.code Condition.bodySite Condition.category
  Condition.evidence.code Consent.category Consent.provision.action Consent.provision.code Contract.subType
  Contract.term.action.performerType Contract.term.asset.context.code Contract.term.asset.type DetectedIssue.evidence.code
  Device.property.valueCode Device.statusReason DeviceDefinition.capability.description DeviceDefinition.property.valueCode
  DiagnosticReport.category DocumentReference.category DocumentReference.context.event DocumentReference.securityLabel
  Encounter.participant.type Encounter.type EpisodeOfCare.type EvidenceVariable.characteristic.definitionByTypeAndValue.method
  ExplanationOfBenefit.diagnosis.type ExplanationOfBenefit.procedure.type Flag.category Goal.category HealthcareService.category
  HealthcareService.characteristic HealthcareService.communication HealthcareService.type ImagingStudy.procedureCode
  Immunization.protocolApplied.targetDisease ImmunizationRecommendation.recommendation.vaccineCode InsurancePlan.type Location.type
  Measure.supplementalData.usage Measure.type MeasureReport.group.stratifier.code MedicationAdministration.statusReason
  MedicationDispense.substitution.reason MedicationKnowledge.medicineClassification.classification MedicationRequest.category
  MedicationStatement.statusReason MedicinalProductAuthorization.country MedicinalProductIngredient.specifiedSubstance.strength.country
  MedicinalProductIngredient.specifiedSubstance.strength.referenceStrength.country MedicinalProductPackaged.packageItem.material
  NutritionOrder.oralDiet.type Observation.category ObservationDefinition.category Organization.type OrganizationAffiliation.code
  Patient.contact.relationship PlanDefinition.action.code PlanDefinition.action.reason PlanDefinition.goal.addresses
  Practitioner.communication PractitionerRole.code Procedure.bodySite Procedure.usedCode Provenance.agent.role Provenance.reason
  RelatedPerson.relationship RequestGroup.action.code ResearchStudy.category ResearchStudy.condition ResearchStudy.focus
  ResearchStudy.location ResearchStudy.outcomeMeasure.type ServiceRequest.bodySite ServiceRequest.category ServiceRequest.locationCode
  Specimen.condition SpecimenDefinition.collection SubscriptionStatus.error Substance.category SubstanceSpecification.name.domain
  SubstanceSpecification.name.language Task.performerType VerificationResult.primarySource.communicationMethod
  VerificationResult.primarySource.type
Coding: AuditEvent.agent.media AuditEvent.entity.role AuditEvent.entity.type AuditEvent.type CodeSystem.concept.designation.use
  Contract.signer.type Contract.term.asset.relationship Contract.term.securityLabel.classification Encounter.class
  Encounter.classHistory.class ExplanationOfBenefit.supportingInfo.reason ImagingStudy.series.bodySite ImagingStudy.series.modality
  MedicinalProduct.domain MedicinalProduct.name.namePart.type TestScript.destination.profile TestScript.origin.profile
  TestScript.setup.action.operation.type UsageContext.code ValueSet.compose.include.concept.designation.use
Coding*: AuditEvent.source.type AuditEvent.subtype Consent.provision.class Consent.provision.purpose Contract.term.securityLabel.category
  DataRequirement.codeFilter.code ElementDefinition.code ImagingStudy.modality Meta.security Questionnaire.code Questionnaire.item.code
  Signature.type StructureDefinition.keyword
Composition.section*: Composition.section.section
ConceptMap.group.element.target.dependsOn*: ConceptMap.group.element.target.product
Consent.provision*: Consent.provision.provision
ContactDetail*: ActivityDefinition.author EffectEvidenceSynthesis.author EventDefinition.author Evidence.author EvidenceVariable.author
  Library.author Measure.author PlanDefinition.author ResearchDefinition.author ResearchElementDefinition.author
  RiskEvidenceSynthesis.author
ContactPoint: MessageHeader.source.contact
ContactPoint*: Device.contact DeviceDefinition.contact Endpoint.contact Subscription.contact
Contract.term*: Contract.term.group
Contract.term.offer.answer*: Contract.term.asset.answer
DataRequirement*: PlanDefinition.action.input PlanDefinition.action.output TriggerDefinition.data
Duration: Encounter.length MedicationKnowledge.regulatory.maxDispense.period
EvidenceVariable.characteristic*: EvidenceVariable.characteristic.definitionByCombination.characteristic
ExampleScenario.instance.containedInstance: ExampleScenario.process.step.operation.request ExampleScenario.process.step.operation.response
ExampleScenario.process*: ExampleScenario.process.step.process
ExampleScenario.process.step*: ExampleScenario.process.step.alternative.step
ExplanationOfBenefit.item.adjudication*: ExplanationOfBenefit.addItem.adjudication ExplanationOfBenefit.addItem.detail.adjudication
  ExplanationOfBenefit.addItem.detail.subDetail.adjudication ExplanationOfBenefit.adjudication
  ExplanationOfBenefit.item.detail.adjudication ExplanationOfBenefit.item.detail.subDetail.adjudication
Expression: ActivityDefinition.dynamicValue.expression EvidenceVariable.characteristic.definitionExpression
  PlanDefinition.action.condition.expression PlanDefinition.action.dynamicValue.expression RequestGroup.action.condition.expression
  TriggerDefinition.condition
GraphDefinition.link*: GraphDefinition.link.target.link
HumanName: InsurancePlan.contact.name Organization.contact.name Patient.contact.name
HumanName*: Patient.name Person.name Practitioner.name RelatedPerson.name
Identifier: AdverseEvent.identifier Bundle.identifier Claim.insurance.identifier Claim.related.reference ClaimResponse.payment.identifier
  Composition.identifier ConceptMap.identifier Contract.term.asset.valuedItem.identifier Contract.term.identifier Device.version.component
  DocumentManifest.related.identifier ExplanationOfBenefit.payment.identifier ExplanationOfBenefit.related.reference
  MedicinalProductAuthorization.procedure.identifier MedicinalProductIngredient.identifier PaymentReconciliation.detail.identifier
  ProductShelfLife.identifier QuestionnaireResponse.identifier Reference.identifier SpecimenDefinition.identifier
  Substance.instance.identifier SubstanceNucleicAcid.subunit.linkage.identifier SubstanceNucleicAcid.subunit.sugar.identifier
  SubstanceReferenceInformation.geneElement.element SubstanceReferenceInformation.target.target SubstanceSpecification.identifier
  SubstanceSpecification.moiety.identifier SubstanceSpecification.structure.isotope.identifier TestReport.identifier TestScript.identifier
ImplementationGuide.definition.page*: ImplementationGuide.definition.page.page
MedicinalProductIngredient.specifiedSubstance.strength*: MedicinalProductIngredient.substance.strength
MedicinalProductPackaged.packageItem*: MedicinalProductPackaged.packageItem.packageItem
Money: Claim.total InsurancePlan.plan.generalCost.cost MedicationKnowledge.cost.cost
Observation.referenceRange*: Observation.component.referenceRange
OperationDefinition.parameter*: OperationDefinition.parameter.part
OperationOutcome: Bundle.entry.response.outcome
ParameterDefinition*: Library.parameter
Parameters.parameter*: Parameters.parameter.part
Period: ActivityDefinition.effectivePeriod BiologicallyDerivedProduct.storage.duration ChargeItemDefinition.effectivePeriod
  EffectEvidenceSynthesis.effectivePeriod EventDefinition.effectivePeriod Evidence.effectivePeriod EvidenceVariable.effectivePeriod
  Library.effectivePeriod MarketingStatus.dateRange Measure.effectivePeriod PlanDefinition.effectivePeriod Questionnaire.effectivePeriod
  ResearchDefinition.effectivePeriod ResearchElementDefinition.effectivePeriod RiskEvidenceSynthesis.effectivePeriod
Period*: Contract.term.asset.period ResearchStudy.associatedParty.period
PlanDefinition.action*: PlanDefinition.action.action
Population*: MedicinalProductContraindication.population MedicinalProductIndication.population
  MedicinalProductUndesirableEffect.population
Provenance.agent*: Provenance.entity.agent
Quantity: Immunization.doseQuantity InsurancePlan.coverage.benefit.limit.value InsurancePlan.plan.specificCost.benefit.cost.value
  MedicationKnowledge.amount MedicinalProductIndication.duration
  MedicinalProductPharmaceutical.routeOfAdministration.targetSpecies.withdrawalPeriod.value MolecularSequence.quality.score
  NutritionOrder.oralDiet.nutrient.amount ProductShelfLife.period SampledData.origin
  SubstanceSpecification.structure.isotope.molecularWeight.amount VisionPrescription.lensSpecification.duration
Quantity*: Device.property.valueQuantity DeviceDefinition.property.valueQuantity
Questionnaire.item*: Questionnaire.item.item
QuestionnaireResponse.item*: QuestionnaireResponse.item.answer.item QuestionnaireResponse.item.item
Ratio: Medication.amount Substance.ingredient.quantity
Reference: Account.partOf AdverseEvent.suspectEntity.instance BiologicallyDerivedProduct.collection.source
  BiologicallyDerivedProduct.processing.additive CareTeam.participant.member CatalogEntry.relatedEntry.item
  ClinicalImpression.finding.itemReference Contract.contentDefinition.publisher Contract.instantiatesCanonical
  Contract.term.asset.valuedItem.recipient Contract.term.offer.topic Device.definition DeviceMetric.source DeviceUseStatement.source
  DiagnosticReport.media.link DocumentReference.relatesTo.target EffectEvidenceSynthesis.outcome EffectEvidenceSynthesis.population
  Encounter.diagnosis.condition Encounter.hospitalization.origin Encounter.partOf EpisodeOfCare.diagnosis.condition
  EvidenceVariable.characteristic.definitionReference Group.member.entity GuidanceResponse.result ImagingStudy.procedureReference
  Immunization.manufacturer Immunization.reaction.detail Invoice.account Invoice.recipient Linkage.item.resource List.entry.item
  List.source Location.partOf Media.operator Medication.manufacturer MedicationKnowledge.manufacturer MedicationKnowledge.monograph.source
  MessageHeader.destination.receiver MessageHeader.destination.target MessageHeader.response.details Meta.account
  MolecularSequence.specimen Observation.specimen ObservationDefinition.publisher Organization.partOf PaymentNotice.payee
  PaymentNotice.payment PaymentNotice.recipient PaymentNotice.response PaymentReconciliation.detail.payee
  PaymentReconciliation.detail.response Person.link.target QuestionnaireResponse.source RequestGroup.action.resource
  ResearchDefinition.outcome ResearchDefinition.population ResearchStudy.recruitment.eligibility RiskAssessment.basedOn
  RiskAssessment.condition RiskEvidenceSynthesis.outcome RiskEvidenceSynthesis.population Slot.schedule Task.reasonReference
  TestScript.fixture.resource
Reference*: Account.subject AdverseEvent.study BiologicallyDerivedProduct.parent BiologicallyDerivedProduct.request
  CarePlan.activity.detail.performer CarePlan.careTeam CareTeam.managingOrganization ChargeItem.service ChargeItemDefinition.instance
  Claim.item.encounter ClaimResponse.addItem.provider ClinicalImpression.investigation.item Composition.author Composition.event.detail
  Composition.section.author Composition.section.entry Condition.evidence.detail Condition.stage.assessment Consent.organization
  Consent.performer Contract.authority Contract.domain Contract.site Contract.subject Contract.term.action.requester
  Contract.term.action.subject.reference Contract.term.offer.party.reference CoverageEligibilityRequest.item.detail
  DetectedIssue.evidence.detail DeviceRequest.insurance DiagnosticReport.performer DiagnosticReport.result DocumentManifest.author
  DocumentManifest.content DocumentReference.author DocumentReference.context.encounter DocumentReference.context.related
  Encounter.appointment Evidence.outcome ExplanationOfBenefit.addItem.provider ExplanationOfBenefit.item.encounter
  HealthcareService.location MedicationAdministration.device MedicationKnowledge.relatedMedicationKnowledge.reference
  MedicationRequest.insurance MedicinalProduct.contact MedicinalProductContraindication.subject MedicinalProductIndication.subject
  MedicinalProductInteraction.subject MedicinalProductManufactured.ingredient MedicinalProductPackaged.packageItem.device
  MedicinalProductPackaged.subject MedicinalProductPharmaceutical.device MedicinalProductPharmaceutical.ingredient
  MedicinalProductUndesirableEffect.subject MessageHeader.focus Meta.compartment Observation.focus Observation.performer
  OrganizationAffiliation.location PractitionerRole.location Procedure.usedReference Provenance.target RequestGroup.action.participant
  ResearchStudy.protocol ResearchStudy.result ResearchStudy.site Schedule.actor ServiceRequest.insurance ServiceRequest.locationReference
  ServiceRequest.performer Specimen.parent Specimen.processing.additive Specimen.request SupplyRequest.supplier Task.insurance
  TestScript.profile VerificationResult.target
RelatedArtifact*: PlanDefinition.action.documentation PlanDefinition.goal.documentation RequestGroup.action.documentation
RequestGroup.action*: RequestGroup.action.action
Resource: Bundle.entry.resource Parameters.parameter.resource
Signature: Bundle.signature VerificationResult.attestation.sourceSignature
StructureMap.group.rule*: StructureMap.group.rule.rule
SubstanceAmount: SubstancePolymer.monomerSet.startingMaterial.amount SubstancePolymer.repeat.repeatUnit.amount
  SubstancePolymer.repeat.repeatUnit.degreeOfPolymerisation.amount
SubstanceSpecification.name*: SubstanceSpecification.name.translation
SubstanceSpecification.structure.isotope.molecularWeight: SubstanceSpecification.structure.molecularWeight
SubstanceSpecification.structure.isotope.molecularWeight*: SubstanceSpecification.molecularWeight
TestReport.setup.action.assert: TestReport.test.action.assert
TestReport.setup.action.operation: TestReport.teardown.action.operation TestReport.test.action.operation
TestScript.setup.action.assert: TestScript.test.action.assert
TestScript.setup.action.operation: TestScript.teardown.action.operation TestScript.test.action.operation
Timing: NutritionOrder.enteralFormula.administration.schedule
ValueSet.compose.include*: ValueSet.compose.exclude
ValueSet.compose.include.concept.designation*: ValueSet.expansion.contains.designation
ValueSet.expansion.contains*: ValueSet.expansion.contains.contains
boolean: AuditEvent.agent.requestor Claim.careTeam.responsible CompartmentDefinition.search ExplanationOfBenefit.careTeam.responsible
  Immunization.primarySource OperationDefinition.instance OperationDefinition.system OperationDefinition.type
  TerminologyCapabilities.closure.translation
number: Account.coverage.priority Age.value Appointment.priority BiologicallyDerivedProduct.quantity Bundle.total
  ClaimResponse.item.adjudication.value Count.value Coverage.order DataRequirement.limit Distance.value Duration.value
  EffectEvidenceSynthesis.effectEstimate.value ExplanationOfBenefit.item.adjudication.value Group.quantity Media.duration Media.height
  Media.width MolecularSequence.quality.end MolecularSequence.quality.start MolecularSequence.structureVariant.inner.end
  MolecularSequence.structureVariant.inner.start MolecularSequence.structureVariant.outer.end
  MolecularSequence.structureVariant.outer.start MolecularSequence.variant.end MolecularSequence.variant.start Money.value Quantity.value
  RiskEvidenceSynthesis.riskEstimate.value SampledData.period SubstanceNucleicAcid.subunit.subunit SubstanceProtein.subunit.subunit
  TestScript.metadata.capability.destination TestScript.setup.action.operation.destination TestScript.setup.action.operation.origin
  Timing.repeat.duration Timing.repeat.frequency Timing.repeat.period ValueSet.expansion.total
  VisionPrescription.lensSpecification.prism.amount
number*: ClaimResponse.addItem.detailSequence ClaimResponse.addItem.itemSequence Contract.term.securityLabel.number
  ExplanationOfBenefit.addItem.detailSequence ExplanationOfBenefit.addItem.itemSequence ExplanationOfBenefit.addItem.subDetailSequence
  MolecularSequence.quality.roc.precision MolecularSequence.quality.roc.score TestScript.metadata.capability.origin
string: ActivityDefinition.participant.type Address.country Address.text Address.type Age.code AllergyIntolerance.type Annotation.text
  Appointment.participant.required AuditEvent.action AuditEvent.agent.network.address AuditEvent.agent.network.type
  AuditEvent.entity.detail.type AuditEvent.source.site Bundle.entry.request.method Bundle.entry.response.location Bundle.type
  CapabilityStatement.messaging.endpoint.address CapabilityStatement.rest.interaction.code
  CapabilityStatement.rest.resource.interaction.code CapabilityStatement.rest.resource.searchParam.type
  CapabilityStatement.rest.resource.type ChargeItemDefinition.propertyGroup.priceComponent.type ClaimResponse.preAuthRef
  ClaimResponse.processNote.text ClaimResponse.processNote.type ClinicalImpression.finding.basis ClinicalImpression.summary
  CodeSystem.concept.code CodeSystem.concept.property.code CodeSystem.content CodeSystem.filter.code CodeSystem.property.code
  CodeSystem.property.type CodeableConcept.text Coding.code CompartmentDefinition.code CompartmentDefinition.resource.code
  Composition.confidentiality Composition.relatesTo.code ConceptMap.group.element.code ConceptMap.group.element.target.code
  ConceptMap.group.element.target.dependsOn.property ConceptMap.group.source ConceptMap.group.target ConceptMap.group.unmapped.code
  Consent.dateTime Consent.policy.authority Consent.provision.type Contract.instantiatesUri Contract.term.asset.condition
  Contract.term.asset.context.text Contract.term.asset.text Contract.term.asset.valuedItem.effectiveTime
  Contract.term.asset.valuedItem.payment Contract.term.offer.text Contract.term.text Contributor.type Count.code Coverage.dependent
  Coverage.network CoverageEligibilityResponse.preAuthRef DataRequirement.type DetectedIssue.detail DetectedIssue.reference
  Device.deviceName.type Device.manufacturer Device.udiCarrier.issuer Device.udiCarrier.jurisdiction DeviceDefinition.deviceName.type
  DeviceDefinition.specialization.systemType DeviceDefinition.udiDeviceIdentifier.issuer DeviceDefinition.udiDeviceIdentifier.jurisdiction
  DeviceMetric.calibration.type DeviceMetric.category DeviceMetric.operationalStatus Distance.code DocumentManifest.source
  DocumentReference.relatesTo.code Dosage.text Duration.code ElementDefinition.binding.strength ElementDefinition.constraint.source
  ElementDefinition.contentReference ElementDefinition.slicing.discriminator.type ElementDefinition.type.code Endpoint.address
  EvidenceVariable.characteristic.definitionByCombination.code EvidenceVariable.characteristic.definitionCanonical
  EvidenceVariable.characteristic.definitionId EvidenceVariable.type ExampleScenario.actor.type
  ExampleScenario.process.step.operation.number ExampleScenario.process.step.operation.receiver
  ExampleScenario.process.step.operation.type ExplanationOfBenefit.processNote.text ExplanationOfBenefit.processNote.type
  Expression.reference Goal.statusReason GraphDefinition.link.target.compartment.code GraphDefinition.link.target.compartment.rule
  GraphDefinition.link.target.type Group.type GuidanceResponse.occurrenceDateTime HumanName.family HumanName.text
  Immunization.education.reference ImplementationGuide.definition.parameter.code ImplementationGuide.definition.template.code
  ImplementationGuide.definition.template.scope ImplementationGuide.definition.template.source ImplementationGuide.global.type
  Invoice.lineItem.priceComponent.type Linkage.item.type MeasureReport.measure MeasureReport.type Media.deviceName
  MedicationAdministration.dosage.text MedicationKnowledge.cost.source MedicinalProduct.manufacturingBusinessOperation.effectiveDate
  MedicinalProduct.name.namePart.part
  MedicinalProductPharmaceutical.routeOfAdministration.targetSpecies.withdrawalPeriod.supportingInformation MessageDefinition.category
  MessageDefinition.focus.code MessageHeader.destination.endpoint MessageHeader.response.code MessageHeader.response.identifier
  MessageHeader.source.endpoint MessageHeader.source.software Meta.source MolecularSequence.quality.type MolecularSequence.repository.type
  MolecularSequence.type NamingSystem.responsible NamingSystem.uniqueId.type NutritionOrder.dateTime Observation.referenceRange.text
  ObservationDefinition.qualifiedInterval.category ObservationDefinition.qualifiedInterval.condition OperationDefinition.code
  OperationDefinition.parameter.binding.strength OperationDefinition.parameter.referencedFrom.source
  OperationDefinition.parameter.referencedFrom.sourceId OperationDefinition.parameter.type OperationOutcome.issue.code
  ParameterDefinition.type Patient.link.type PaymentReconciliation.processNote.text PaymentReconciliation.processNote.type
  PlanDefinition.action.participant.type PlanDefinition.action.relatedAction.relationship Provenance.entity.role Quantity.code
  Questionnaire.item.text Questionnaire.item.type QuestionnaireResponse.item.text Reference.reference Reference.type
  RelatedArtifact.resource RelatedArtifact.type RequestGroup.action.relatedAction.relationship ResearchElementDefinition.type
  RiskAssessment.mitigation SearchParameter.code SearchParameter.derivedFrom SearchParameter.type StructureDefinition.context.type
  StructureDefinition.type StructureMap.group.input.type StructureMap.group.rule.source.condition StructureMap.group.rule.source.context
  StructureMap.group.rule.source.element StructureMap.group.rule.source.type StructureMap.group.rule.target.context
  StructureMap.group.rule.target.element StructureMap.structure.alias Subscription.channel.endpoint Subscription.channel.payload
  Subscription.channel.type Subscription.criteria Subscription.error Subscription.reason SubscriptionStatus.topic SubscriptionStatus.type
  SubstanceNucleicAcid.subunit.sequence SubstancePolymer.repeat.repeatUnit.repeatUnit SubstanceProtein.subunit.sequence
  Task.instantiatesCanonical Task.instantiatesUri TerminologyCapabilities.codeSystem.version.code
  TerminologyCapabilities.codeSystem.version.filter.code TestReport.participant.type TestReport.setup.action.assert.detail
  TestReport.setup.action.operation.detail TestScript.setup.action.assert.resource TestScript.setup.action.assert.response
  TestScript.setup.action.assert.sourceId TestScript.setup.action.operation.method TestScript.setup.action.operation.resource
  TestScript.setup.action.operation.sourceId TestScript.setup.action.operation.targetId TestScript.variable.sourceId
  TriggerDefinition.type ValueSet.compose.include.concept.code ValueSet.compose.include.filter.property ValueSet.compose.lockedDate
  ValueSet.expansion.contains.code ValueSet.expansion.identifier
string*: AllergyIntolerance.category CapabilityStatement.format CapabilityStatement.rest.compartment ChargeItem.definitionCanonical
  ChargeItem.definitionUri ChargeItemDefinition.partOf ChargeItemDefinition.replaces ClinicalImpression.protocol
  CodeSystem.filter.operator Contract.term.action.linkId Contract.term.action.reason Contract.term.asset.linkId
  Contract.term.asset.valuedItem.linkId Contract.term.offer.linkId CoverageEligibilityRequest.purpose CoverageEligibilityResponse.purpose
  DataRequirement.mustSupport DataRequirement.profile DeviceDefinition.version ElementDefinition.condition
  ElementDefinition.representation ElementDefinition.type.profile HumanName.prefix ImplementationGuide.definition.resource.fhirVersion
  ImplementationGuide.fhirVersion ImplementationGuide.manifest.image ImplementationGuide.manifest.other Measure.definition
  MedicationKnowledge.administrationGuidelines.patientCharacteristics.value MedicationKnowledge.synonym MessageDefinition.parent
  MessageDefinition.replaces Meta.profile OperationDefinition.resource OperationOutcome.issue.expression OperationOutcome.issue.location
  ProdCharacteristic.color Questionnaire.derivedFrom ResearchDefinition.comment ResearchElementDefinition.comment SearchParameter.base
  SearchParameter.comparator SearchParameter.modifier SearchParameter.target StructureMap.group.rule.dependent.variable
  StructureMap.group.rule.target.listMode TerminologyCapabilities.codeSystem.version.filter.op
  TerminologyCapabilities.codeSystem.version.language TerminologyCapabilities.codeSystem.version.property
  TestScript.metadata.capability.link Timing.event Timing.repeat.when ValueSet.compose.include.valueSet`;
