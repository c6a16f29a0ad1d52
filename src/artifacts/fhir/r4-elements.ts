/**
 * What the elements of FHIR R4 (4.0.1) hold, by name: what most types that have an element of this name say of it. The exceptions are in
 * `r4-exceptions.ts`; a name in neither is a string that occurs once. Drawn from the StructureDefinitions of HL7 (profiles-types and
 * profiles-resources, in the public domain under CC0).
 *
 * Each line: what is held, then the names. `-` is an element that is defined where it stands, `*` one that may be repeated.
 */
export const R4_ELEMENTS = `-: accident assert attestation batch binding channel closure collection compose container contentDefinition
  definitionByCombination definitionByTypeAndValue differential dispenseRequest enteralFormula expansion
  hospitalization hybrid implementation initialFill inner manifest manipulation maxDispense metadata molecularWeight
  offer operation oralDiet organism organismGeneral outer packaging page payee payment position provision
  quantitativeDetails recruitment referenceRange referenceSeq repeat response restriction riskEstimate roc sampleSize
  search security setup slicing snapshot software structure substitution suppliedItem teardown translation unmapped
  validateCode
-*: action activity addItem additive administration administrationGuidelines agent allowedResponse alternative answer
  answerOption applicability arm asset associatedParty attester availableTime batchIdentifier benefit benefitBalance
  calibration capability careTeam causality certainty certaintySubcomponent characteristic characteristics
  classHistory classification codeFilter codeSystem communication comparisonGroup compartment component concept
  condition constraint containedInstance contains content cost costToBeneficiary countryLanguage dateCriterion
  dateFilter degreeOfPolymerisation dependent dependsOn designation detail deviceName diagnosis discriminator document
  doseAndRate drugCharacteristic dynamicValue education effectEstimate eligibility enableWhen entity entry error event
  evidence example exception filter financial finding fixture focalDevice fractionDescription friendly gene
  geneElement generalCost global group grouping guarantor handling hoursOfOperation include ingredient initial input
  instance insurance interactant interaction investigation isotope issue item jurisdictionalAuthorization kinetics
  legal lensSpecification limit lineItem link linkage manufacturingBusinessOperation mapping media
  medicineClassification member messaging mitigation moiety monitoringProgram monograph monomerSet namePart
  notAvailable notificationEvent nutrient objective official origin otherTherapy outcomeMeasure output overload
  packageItem parameter partDescription participant patientCharacteristics payload plan population precisionEstimate
  prediction priceComponent primarySource prism procedure process processNote processing progressStatus property
  propertyGroup protocolApplied qualifiedInterval quality reaction recommendation referenceStrength referencedFrom
  regulatory related relatedAction relatedEntry relatedMedicationKnowledge relatesTo repeatUnit repository
  requestHeader resource rest resultsByExposure routeOfAdministration rule section signer sort specialDesignation
  specialization specificCost specifiedSubstance stage startingMaterial statusHistory step storage stratifier stratum
  structuralRepresentation structureVariant subDetail subunit sugar supplement supplementalData supportedMessage
  suspectEntity target targetSpecies template test texture timeFromEvent total typeTested udiCarrier
  udiDeviceIdentifier uniqueId validator valuedItem variant verification withdrawalPeriod
Address*: address
Annotation*: note progress
Attachment: attachment form sequenceAttachment
Attachment*: image photo presentedForm
ClaimResponse.item.adjudication*: adjudication
CodeableConcept: achievementStatus additionalMonitoringIndicator additiveType adjustmentReason administrableDoseForm
  admitSource amountType appointmentType assessment authorType baseFormulaType bodySite businessStatus canPushUpdates
  cancelationReason cap category chromosome class clinicalStatus code combinedPharmaceuticalDoseForm
  communicationMethod compositeScoring confidentiality confidentialityIndicator contentDerivative country
  courseOfTherapyType customaryUnit dataAbsentReason decision degree details developmentStage dischargeDisposition
  disease diseaseStatus diseaseSymptomProcedure domain doseForm doseStatus effect emptyReason expirationType
  exposureRoute facilityType failureAction family fivePrime flag foodType forecastStatus formCode
  frequencyOfOccurrence function fundingSource fundsReserve fundsReserveRequested geneSequenceOrigin genus geometry
  hybridType improvementNotation incidence intendedEffect intendedUse intraspecificType kingdom legalBasis legalState
  legalStatusOfSupply management manufacturedDoseForm maritalStatus material materialType measure method modality
  morphology need oligoNucleotideType onAdmission operationType opticalActivity order orderedBy organismType
  orientationOfPolymerisation packageCode paediatricUseIndicator part partLocation payeeType paymentStatus
  performerRole performerType phase phylum physicalType physiologicalCondition policyRule practiceSetting
  primaryPurposeType product productOrService qualification qualitativeRisk race ratioType reAdmission reason
  reasonStopped referenceSeqId relationship repeatUnitAmountType reportOrigin revenue role route routeofAdministration
  scope scoring sequenceType seriousness sex site sourceMaterialClass sourceMaterialState sourceMaterialType species
  standardSequence statusReason stereochemistry studyType subType substance summary symptomConditionEffect
  synthesisType systemType targetDisease temperatureQualifier term therapyRelationshipType threePrime tissue type
  typeCollected unitOfMeasure unitOfPresentation vaccineCode validationStatus validationType variantState variantType
  verificationStatus view whyStopped
CodeableConcept*: additionalCharacteristic additionalClassification additionalInstruction alternateMaterial appliesTo
  authorizationSupporting bodysite classifier comorbidity complication conclusionCode contraindicatedVaccineCode
  copolymerConnectivity countryOfOrigin decisionMode dietPreference doseStatusReason excludeFoodModifier
  fluidConsistencyType followUp foodPreferenceModifier forecastReason intendedRoute interpretation jurisdiction
  keyword languageCode locationQualifier manifestation medium modifier orderDetail otherCharacteristics outcomeCode
  outcomeCodeableConcept participantType patientPreparation payloadType periodType productClassification productType
  prognosisCodeableConcept program programCode programEligibility purposeOfEvent purposeOfUse pushTypeAvailable
  qualifiers rating reasonCode referralMethod region rejectionCriterion safety service serviceCategory
  serviceProvisionCode serviceType specialArrangement specialCourtesy specialPrecautionsForStorage specialty
  studyDesign subSite subpotentReason subtype topic validationProcess
Coding: connectionType format laterality lifecycle operationalStatus protocol sopClass
Coding*: coding control securityLabel tag
ContactDetail*: contact editor endorser reviewer
ContactPoint*: telecom
DataRequirement*: dataRequirement
Dosage*: dosage dosageInstruction
Duration: dispenseInterval due duration expectedSupplyDuration halfLifePeriod maxDuration maxTreatmentPeriod
  participantEffectiveTimeFromStart retentionTime studyEffectiveTimeFromStart
ElementDefinition*: element
Expression: criteria
Extension*: extension modifierExtension
Identifier: accessionIdentifier authorisationReferenceNumber cTerminalModificationId groupIdentifier
  immediatePackaging masterIdentifier nTerminalModificationId organismId outerPackaging paymentIdentifier
  preAdmissionIdentifier predecessor requestIdentifier requisition
Identifier*: additionalIdentifier crossReference identifier parentSubstanceId
Invoice.lineItem.priceComponent*: totalPriceComponent
MarketingStatus*: marketingStatus
MedicinalProductAuthorization.procedure*: application
Meta: meta
Money: adjustment amount net paymentAmount priceOverride totalGross totalNet unitPrice
Narrative: text
Period: applies benefitPeriod billablePeriod dataExclusivityPeriod dataPeriod during executionPeriod period
  planningHorizon preAuthPeriod servicePeriod validityPeriod
Period*: preAuthRefPeriod requestedPeriod usePeriod
ProdCharacteristic: physicalCharacteristics
ProductShelfLife*: shelfLifeStorage
Quantity: caloricDensity capacity dailyAmount daysSupply denominator depth dose externalDiameter firstDose halfLife
  height high highLimit low lowLimit maxDosePerAdministration maxDosePerDay maxDosePerLifetime maxSingleDose
  maxVolumeToDeliver measureScore nominalVolume numerator quantity specimenQuantity weight width
Quantity*: areaUnderCurve lethalDose50
Range: age gestationalAge range temperatureRange
Ratio: amountRatioLowLimit concentration concentrationLowLimit maxDosePerPeriod maxDosePerTreatmentPeriod presentation
  presentationLowLimit strength strengthLowLimit
Reference: abnormalCodedValueSet actor actualGroup administeredBy appointment asserter assessor assigner authenticator
  author authority beneficiary candidate careManager claim claimResponse collector consent context costCenter coverage
  criticalCodedValueSet custodian deliverFrom deliverTo destination device encounter enterer exposure
  exposureAlternative exposureBackground expressedBy facility focus for holder immunizationEvent individual
  information informationSource insurer issuer location managingEntity managingOrganization manipulated
  marketingAuthorization normalCodedValueSet nucleicAcid observedGroup observer onBehalfOf orderer organization
  originalPrescription other outputParameters ownedBy owner parent parentDevice participatingOrganization party
  patient paymentIssuer performer performingOrganization policyHolder polymer practitioner prescriber prescription
  previous principalInvestigator priorPrescription protein providedBy provider recorder ref reference
  referenceInformation referenceSeqPointer referencedItem referral referrer regulator regulatoryAuthority reporter
  request requestProvider requester requestingOrganization requestor responsible riskEvidenceSynthesis securityContext
  sender serviceProvider sourceMaterial sourcePatientInfo sponsor study subject subjectResults submitter subscriber
  subscription supplier testScript validCodedValueSet variantPointer verifiedWith what who
Reference*: about account accounts additionalContext addresses allergyIntolerance associatedMedication
  attachedDocument authorizingPrescription basedOn basis clinicalTrial communicationRequest complicationDetail
  contract contraindication contributor coverageArea derivedFrom detectedIssue endpoint enrollment episodeOfCare
  evaluatedResource evaluationMessage eventHistory exposureVariant generalPractitioner goal hasMember
  healthcareService imagingStudy implicated inResponseTo intendedExposure interpreter manufacturedItem manufacturer
  masterFile network observationRequirement observationResultRequirement outcomeReference packagedMedicinalProduct
  partOf payor pharmaceuticalProduct pointer priorRequest problem prognosisReference reasonReference receiver
  recipient referenceDocument referralRequest relevantHistory replaces report responsibleParty resultingCondition
  resultsInterpreter slot source specimen specimenRequirement subjectMedicalHistory supportingImmunization
  supportingInfo supportingInformation supportingPatientInformation team therapeuticIndication typeReference udi
  undesirableEffect
RelatedArtifact*: justification relatedArtifact
Resource*: contained
Signature: attestationSignature proxySignature
Signature*: signature
SubstanceSpecification.name*: synonym
Timing: frequency measurementPeriod timing
Timing*: schedule
TriggerDefinition*: trigger
UsageContext*: usageContext useContext
boolean: abstract active actual affectsState allDay allergenicIndicator allowed alternate appliesToAll
  appointmentRequired authorizationRequired autocreate autodelete caseSensitive compositional conditionalCreate
  conditionalUpdate contributedToDeath cors deleted doNotPerform encodeRequestUrl estimatedAge exact exclude excluded
  experimental focal hierarchical immutable inactive incomplete inforce initialSelected initiatorActive isActive
  isDefault isDefining isDerived isModifier isSubpotent isSummary lockedDate multipleAnd multipleOr
  multipleResultsAllowed mustSupport navigationLinks needsMap onHold orderable ordered overbooked paging pause
  preferred readHistory readOnly receiverActive repeats reported required sliceIsConstraining subrogation subsumption
  translations updateCreate userSelected validated verified versionNeeded warningOnly wasSubstituted
number: actualNumber add altitude axis backCurve conversionFactor coordinateSystem count countMax cylinder
  decimalPrecision denominatorCount detailSequence diameter dimensions durationMax fScore factor factorOverride frames
  frequencyMax from groupSize gtFP index itemSequence latitude length level longitude lowerLimit maxLength min
  minutesDuration number numberOfInstances numberOfParticipants numberOfRepeatsAllowed numberOfSeries numberOfStudies
  numberOfSubunits numberOfUnits numeratorCount offset periodMax points power precedence precision queryFP queryTP
  rank readCoverage recall relativeRisk reliableCache repetitions score sequence size sphere subDetailSequence
  targetNumber temperature threshold to truthFN truthTP upperLimit windowEnd windowStart
number*: careTeamSequence diagnosisSequence fMeasure informationSequence noteNumber numFN numFP numTP
  procedureSequence securityLabelNumber sensitivity subdetailSequence supportingInfoSequence
string*: aggregation alias anchor chain contextInvariant contextLinkId dayOfWeek daysOfWeek derivedFromUri
  disulfideLinkage geographicalLocation given goalId graph header implementationGuide import imports imprint
  instantiates instantiatesCanonical instantiatesUri library line modification param parameterName parentSubstanceName
  patchFormat payloadMimeType performerLinkId permittedDataType policy preAuthRef reasonLinkId referencePolicy
  requesterLinkId searchInclude searchRevInclude specialMeasures subjectType suffix supportedProfile targetLocation
  targetProfile timeOfDay workflow
xhtml: div`;

/** Elements that end with the name of their type, `value[x]` in the definitions. None of them may be repeated. */
export const R4_CHOICES = `abatement additive age allowed amount answer asNeeded author born bounds characteristic chargeItem code
collected content created date deceased defaultValue definingSubstance definition detail diagnosis dose
doseNumber due duration effective entity event example fastingStatus fixed identified indication instances
item legallyBinding location manufacturer maxValue medication minValue minimumVolume module multipleBirth name
occurred occurrence offset onset participantEffective pattern performed probability procedure product quantity
rate reported scheduled seriesDoses serviced source start statusReason studyEffective subject substance target
time timing topic used value when`;

/** The types that a choice may have. */
export const R4_CHOICE_TYPES = `base64Binary boolean canonical code date dateTime decimal id instant integer markdown oid positiveInt string
time unsignedInt uri url uuid Address Age Annotation Attachment CodeableConcept Coding ContactPoint Count
Distance Duration HumanName Identifier Money Period Quantity Range Ratio Reference SampledData Signature
Timing ContactDetail Contributor DataRequirement Expression ParameterDefinition RelatedArtifact
TriggerDefinition UsageContext Dosage Meta`;
