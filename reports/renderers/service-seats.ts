/** What a diagram calls each national service, in few characters. */
export const serviceSeats = {
  fr: {
    'taxpayer-register': 'Contribuables',
    'vehicle-register': 'Véhicules',
    'single-window': 'Guichet unique',
    tariff: 'Tarif',
    'guarantee-register-tg': 'CCI-Togo',
    'guarantee-register-aes': 'Caution AES',
  },
  en: {
    'taxpayer-register': 'Taxpayers',
    'vehicle-register': 'Vehicles',
    'single-window': 'Single window',
    tariff: 'Tariff',
    'guarantee-register-tg': 'CCI-Togo',
    'guarantee-register-aes': 'AES guarantee',
  },
} as const;
