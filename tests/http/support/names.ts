export const app = {
  apiKey: 'the-api-key',
  secret: 'the-app-secret',
  previousSecret: 'the-old-secret',
};
export const shop = 'tea.myshopify.com';
export const otherShop = 'books.myshopify.com';
export const userId = '4711';
