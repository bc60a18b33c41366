using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Engagement.SignUps;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Engagement.Pages.MemberEvents;

/// <summary>The columns of exported lists of events and of who signed up.</summary>
internal static class EventColumns
{
    public static IReadOnlyList<ExportColumn<EventView>> Events(ITexts texts, IReadOnlyDictionary<string, string> stores) =>
    [
        new(texts["engagement.code"], e => e.Event),
        new(texts["engagement.name"], e => texts.In(e.Terms.Name)),
        new(texts["engagement.state"], e => texts.Of(e.State)),
        new(texts["engagement.starts-at"], e => e.Terms.StartsAt),
        new(texts["engagement.ends-at"], e => e.Terms.EndsAt),
        new(texts["engagement.place"], e => e.Terms.PlaceOf(stores)),
        new(texts["engagement.seats"], e => e.Terms.Seats),
        new(texts["engagement.taken"], e => e.Taken),
        new(texts["engagement.waiting"], e => e.Waiting),
        new(texts["engagement.attended"], e => e.Attended),
        new(texts["engagement.points-each"], e => e.Terms.Points),
    ];

    public static IReadOnlyList<ExportColumn<SignUpView>> SignUps(ITexts texts, MemberEventState happening) =>
    [
        new(texts["engagement.member"], s => s.MemberNo),
        new(texts["engagement.state"], s => texts.Of(s.State, happening)),
        new(texts["engagement.guests"], s => s.Guests),
        new(texts["engagement.signed-up-at"], s => s.SignedUpAt),
        new(texts["engagement.points"], s => s.Points),
        new(texts["engagement.reason"], s => texts.ReasonOf(s.Reason)),
    ];
}
