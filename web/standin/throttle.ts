/** Shopify's leaky bucket of one app on one store, in points. */
export interface Bucket {
  /** Takes `points` if they are there; false leaves the bucket as it is. */
  take(points: number): boolean;
  /** Gives back what a request was charged and did not use. */
  giveBack(points: number): void;
  status(): ThrottleStatus;
}

export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

export interface BucketSize {
  readonly maximum: number;
  /** Points a second. */
  readonly restoreRate: number;
}

export function createBucket({ maximum, restoreRate }: BucketSize, now: () => number): Bucket {
  let available = maximum;
  let at = now();

  const restore = () => {
    const time = now();
    available = Math.min(maximum, available + ((time - at) / 1000) * restoreRate);
    at = time;
  };

  return {
    take(points) {
      restore();
      if (points > available) return false;
      available -= points;
      return true;
    },
    giveBack(points) {
      available = Math.min(maximum, available + points);
    },
    status() {
      restore();
      return {
        maximumAvailable: maximum,
        currentlyAvailable: Math.floor(available),
        restoreRate,
      };
    },
  };
}
