import { registryOf } from '../registry.ts';
import type { Signal } from '../signal.ts';
import { accountTakeoverPattern } from './account-takeover-pattern.ts';
import { addressIncomplete } from './address-incomplete.ts';
import { addressNotFound } from './address-not-found.ts';
import { allowedListMatch } from './allowed-list-match.ts';
import { billingShippingMismatch } from './billing-shipping-mismatch.ts';
import { blocklistExact } from './blocklist-exact.ts';
import { blocklistSimilar } from './blocklist-similar.ts';
import { cardAvsFailed } from './card-avs-failed.ts';
import { cardCvvFailed } from './card-cvv-failed.ts';
import { cardIssuerFraudFlag } from './card-issuer-fraud-flag.ts';
import { cardMultipleAttempts } from './card-multiple-attempts.ts';
import { cardOverseasIssued } from './card-overseas-issued.ts';
import { cardholderNameFamily } from './cardholder-name-family.ts';
import { cardholderNameMismatch } from './cardholder-name-mismatch.ts';
import { codHarassmentPattern } from './cod-harassment-pattern.ts';
import { codRefusalHistory } from './cod-refusal-history.ts';
import { codRequested } from './cod-requested.ts';
import { companyContactMismatch } from './company-contact-mismatch.ts';
import { companyRecipient } from './company-recipient.ts';
import { corporateEmailMatch } from './corporate-email-match.ts';
import { deferredPayment } from './deferred-payment.ts';
import { emailCarrier } from './email-carrier.ts';
import { emailDisposable } from './email-disposable.ts';
import { emailFreeProvider } from './email-free-provider.ts';
import { emailInvalid } from './email-invalid.ts';
import { emailRandomLocalPart } from './email-random-local-part.ts';
import { emailUncommonDomain } from './email-uncommon-domain.ts';
import { firstOrder } from './first-order.ts';
import { foreignLanguageNote } from './foreign-language-note.ts';
import { forwarderAddressSuffix } from './forwarder-address-suffix.ts';
import { forwarderKnownAddress } from './forwarder-known-address.ts';
import { furiganaLiteralReading } from './furigana-literal-reading.ts';
import { furiganaMismatch } from './furigana-mismatch.ts';
import { giftCardLine } from './gift-card-line.ts';
import { highValueExtreme } from './high-value-extreme.ts';
import { highValueFirstOrder } from './high-value-first-order.ts';
import { highValueOrder } from './high-value-order.ts';
import { ipCountryMismatch } from './ip-country-mismatch.ts';
import { konbiniPayment } from './konbini-payment.ts';
import { landlineAreaMatch } from './landline-area-match.ts';
import { latinScriptName } from './latin-script-name.ts';
import { manyDistinctItems } from './many-distinct-items.ts';
import { nonGiftSeparateShipping } from './non-gift-separate-shipping.ts';
import { pastDispute } from './past-dispute.ts';
import { phoneAreaMismatch } from './phone-area-mismatch.ts';
import { phoneForeign } from './phone-foreign.ts';
import { phoneInvalid } from './phone-invalid.ts';
import { phoneIpOrSpecial } from './phone-ip-or-special.ts';
import { phoneMissing } from './phone-missing.ts';
import { phoneMobileOnly } from './phone-mobile-only.ts';
import { postalCodeMismatch } from './postal-code-mismatch.ts';
import { postalCodeUnknown } from './postal-code-unknown.ts';
import { prepaidReceived } from './prepaid-received.ts';
import { protectedRecipient } from './protected-recipient.ts';
import { quantityOutlier } from './quantity-outlier.ts';
import { repeatGoodCustomer } from './repeat-good-customer.ts';
import { resaleProneGoods } from './resale-prone-goods.ts';
import { shipToCareOf } from './ship-to-care-of.ts';
import { shipToHotel } from './ship-to-hotel.ts';
import { shipToLocker } from './ship-to-locker.ts';
import { shipToNetCafe } from './ship-to-net-cafe.ts';
import { shipToPostOfficeHold } from './ship-to-post-office-hold.ts';
import { shipToPrivateMailbox } from './ship-to-private-mailbox.ts';
import { shipToRentalOffice } from './ship-to-rental-office.ts';
import { shipToShortStay } from './ship-to-short-stay.ts';
import { shipToVacantUnit } from './ship-to-vacant-unit.ts';
import { shipToWarehouse } from './ship-to-warehouse.ts';
import { shopifyRiskHigh } from './shopify-risk-high.ts';
import { shopifyRiskMedium } from './shopify-risk-medium.ts';
import { staffAddressNonexistent } from './staff-address-nonexistent.ts';
import { staffAddressVacantOrWarehouse } from './staff-address-vacant-or-warehouse.ts';
import { staffCompanyNoWebsite } from './staff-company-no-website.ts';
import { staffCompanyNotFound } from './staff-company-not-found.ts';
import { staffCompanyVerified } from './staff-company-verified.ts';
import { staffDeniesOrder } from './staff-denies-order.ts';
import { staffDifferentPersonAnswered } from './staff-different-person-answered.ts';
import { staffEmailNoReply } from './staff-email-no-reply.ts';
import { staffGoodsBuyerMismatch } from './staff-goods-buyer-mismatch.ts';
import { staffIdRefused } from './staff-id-refused.ts';
import { staffIdentityConfirmed } from './staff-identity-confirmed.ts';
import { staffNumberNotInUse } from './staff-number-not-in-use.ts';
import { staffPhoneUnreachable } from './staff-phone-unreachable.ts';
import { staffTranslatedEmail } from './staff-translated-email.ts';
import { staffUnnaturalGift } from './staff-unnatural-gift.ts';
import { staffVagueAnswer } from './staff-vague-answer.ts';
import { threeDsAuthenticated } from './three-ds-authenticated.ts';
import { threeDsMissingHighValue } from './three-ds-missing-high-value.ts';
import { unnaturalJapaneseNote } from './unnatural-japanese-note.ts';
import { urgentDeliveryRequest } from './urgent-delivery-request.ts';
import { velocityAddressManyNames } from './velocity-address-many-names.ts';
import { velocityCard } from './velocity-card.ts';
import { velocityContactReuse } from './velocity-contact-reuse.ts';
import { velocityIp } from './velocity-ip.ts';
import { velocityPersonHighValue } from './velocity-person-high-value.ts';
import { verifiedWallet } from './verified-wallet.ts';
import { watchListMatch } from './watch-list-match.ts';

/** Every signal that the app knows, in the order in which they are shown in the documentation. */
export const signals: readonly Signal[] = registryOf([
  blocklistExact,
  blocklistSimilar,
  watchListMatch,
  protectedRecipient,
  pastDispute,
  highValueOrder,
  highValueExtreme,
  highValueFirstOrder,
  quantityOutlier,
  manyDistinctItems,
  resaleProneGoods,
  giftCardLine,
  urgentDeliveryRequest,
  unnaturalJapaneseNote,
  foreignLanguageNote,
  billingShippingMismatch,
  nonGiftSeparateShipping,
  addressIncomplete,
  postalCodeMismatch,
  postalCodeUnknown,
  addressNotFound,
  forwarderAddressSuffix,
  forwarderKnownAddress,
  shipToWarehouse,
  shipToShortStay,
  shipToRentalOffice,
  shipToPrivateMailbox,
  shipToPostOfficeHold,
  shipToCareOf,
  shipToHotel,
  shipToNetCafe,
  shipToLocker,
  shipToVacantUnit,
  furiganaLiteralReading,
  furiganaMismatch,
  latinScriptName,
  cardholderNameMismatch,
  cardholderNameFamily,
  companyRecipient,
  companyContactMismatch,
  phoneMissing,
  phoneInvalid,
  phoneMobileOnly,
  phoneIpOrSpecial,
  phoneForeign,
  phoneAreaMismatch,
  emailFreeProvider,
  emailCarrier,
  emailDisposable,
  emailUncommonDomain,
  emailInvalid,
  emailRandomLocalPart,
  firstOrder,
  codRequested,
  konbiniPayment,
  deferredPayment,
  codRefusalHistory,
  codHarassmentPattern,
  cardOverseasIssued,
  cardCvvFailed,
  cardAvsFailed,
  cardMultipleAttempts,
  cardIssuerFraudFlag,
  threeDsMissingHighValue,
  ipCountryMismatch,
  shopifyRiskMedium,
  shopifyRiskHigh,
  velocityAddressManyNames,
  velocityPersonHighValue,
  velocityIp,
  velocityCard,
  velocityContactReuse,
  accountTakeoverPattern,
  allowedListMatch,
  repeatGoodCustomer,
  threeDsAuthenticated,
  landlineAreaMatch,
  corporateEmailMatch,
  prepaidReceived,
  verifiedWallet,
  staffPhoneUnreachable,
  staffNumberNotInUse,
  staffEmailNoReply,
  staffVagueAnswer,
  staffCompanyNotFound,
  staffCompanyNoWebsite,
  staffAddressNonexistent,
  staffAddressVacantOrWarehouse,
  staffGoodsBuyerMismatch,
  staffDifferentPersonAnswered,
  staffTranslatedEmail,
  staffUnnaturalGift,
  staffIdRefused,
  staffDeniesOrder,
  staffIdentityConfirmed,
  staffCompanyVerified,
]);
