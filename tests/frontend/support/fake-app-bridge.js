// What the pages use of App Bridge, drawn inside the page, so that it can be looked at alone.
const corner = () => {
  const place = document.createElement('div');
  place.style.cssText =
    'position:fixed;left:50%;bottom:24px;transform:translateX(-50%);z-index:999;background:#1a1a1a;color:#fff;padding:12px 16px;border-radius:8px;display:flex;gap:16px';
  document.body.append(place);
  return place;
};

window.shopify = {
  config: {},
  idToken: async () => 'fake-token',
  toast: {
    show(message, options = {}) {
      const toast = corner();
      toast.id = 'fake-toast';
      toast.append(message);
      if (options.action) {
        const button = document.createElement('button');
        button.textContent = options.action;
        button.onclick = () => {
          toast.remove();
          options.onAction?.();
        };
        toast.append(button);
      }
      setTimeout(() => toast.remove(), options.duration ?? 5000);
      return toast.id;
    },
    hide(id) {
      document.getElementById(id)?.remove();
    },
  },
  saveBar: {
    async show(id) {
      const bar = document.getElementById(id);
      if (bar)
        bar.style.cssText =
          'display:flex;gap:8px;position:fixed;top:0;left:0;right:0;z-index:999;background:#1a1a1a;padding:8px';
    },
    async hide(id) {
      document.getElementById(id)?.removeAttribute('style');
    },
    async leaveConfirmation() {},
  },
};
