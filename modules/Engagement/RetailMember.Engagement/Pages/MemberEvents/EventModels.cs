using RetailMember.Brands;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Engagement.SignUps;
using RetailMember.Membership;
using RetailMember.Pages.Forms;
using RetailMember.Values;

namespace RetailMember.Engagement.Pages.MemberEvents;

internal sealed record EventListModel(PageOf<EventView> Found, IReadOnlyDictionary<string, string> Stores, bool MayEdit);

internal sealed record EventModel(
    EventView Event,
    PageOf<SignUpView> SignUps,
    IReadOnlyDictionary<string, string> Stores,
    EventRights May,
    FormFaults Faults);

/// <summary>What whoever looks at an event may do with it.</summary>
internal sealed record EventRights(bool Edit, bool SignUp, bool Record, bool Withdraw);

/// <param name="Form">With times in the brand's time zone; null for a new event.</param>
internal sealed record EventFormModel(
    EditEvent.Input? Form, IReadOnlyList<Store> Stores, IReadOnlyList<MemberTier> Tiers, FormFaults Faults);

/// <param name="Seen">Who was scanned just now.</param>
/// <param name="Here">Who came last.</param>
internal sealed record DoorModel(
    EventView Event, SignUpView? Seen, IReadOnlyList<SignUpView> Here, Store? Store, string? Scanned, FormFaults Faults);
