/** Ids as Shopify writes them: numbers that JavaScript cannot hold. */
export const orderText = `{
  "id": 820982911946154508, "admin_graphql_api_id": "gid://shopify/Order/820982911946154508",
  "created_at": "2026-11-22T12:00:00+09:00", "updated_at": "2026-11-22T12:00:05+09:00",
  "cancelled_at": null, "closed_at": null, "financial_status": "pending", "fulfillment_status": null,
  "test": false, "tags": "tag1, sekisho:high,, ", "email": "reidai@example.jp", "phone": null,
  "note": null, "browser_ip": null, "client_details": {"browser_ip": "192.0.2.4"},
  "currency": "JPY", "total_price": "9800", "payment_gateway_names": ["代金引換", "gift_card"],
  "note_attributes": [{"name": "お届け希望日", "value": "2026-11-25"}, {"name": "数", "value": 3}],
  "line_items": [{"title": "豆 200g", "price": "4900", "quantity": 2, "gift_card": false}],
  "shipping_address": {"first_name": "花子", "last_name": "例題", "company": null, "zip": "100-0013",
    "province_code": "JP-13", "country_code": "JP", "city": "千代田区", "address1": "霞が関99-1-1",
    "address2": null, "phone": "0312345678"},
  "billing_address": null
}`;

export const transactionText = `{
  "id": 120560818172775265, "admin_graphql_api_id": "gid://shopify/OrderTransaction/120560818172775265",
  "order_id": 820982911946154508, "kind": "authorization", "gateway": "visa", "status": "failure",
  "created_at": "2026-11-22T12:00:01+09:00", "parent_id": null, "error_code": "incorrect_cvc",
  "amount": "9800", "currency": "JPY", "manual_payment_gateway": false, "receipt": {"secret": 1},
  "payment_details": {"credit_card_bin": "411111", "avs_result_code": null, "cvv_result_code": "N",
    "credit_card_number": "•••• •••• •••• 1234", "credit_card_company": "Visa",
    "credit_card_name": "TARO REIDAI", "credit_card_wallet": "apple_pay"}
}`;
