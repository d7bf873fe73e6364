/* SPDX-License-Identifier: ISC */
/*
 * Two tabs of one browser share the records; an upload that goes on in one of
 * them is not interrupted for the other.  A tab that opens asks who holds what.
 */
const WAIT = 250;			/* milliseconds for the others to answer */

/* `held` gives the ids that this tab holds. Resolves to those of the others. */
export function
askOtherTabs(held)
{
	if (!('BroadcastChannel' in window))
		return Promise.resolve(new Set());

	const channel = new BroadcastChannel('matang:upload');
	const others = new Set();

	channel.onmessage = ({ data }) => {
		if (data.asks)
			channel.postMessage({ holds: held() });
		else
			data.holds.forEach((id) => others.add(id));
	};
	channel.postMessage({ asks: true });
	return new Promise((resolve) => setTimeout(resolve, WAIT, others));
}
