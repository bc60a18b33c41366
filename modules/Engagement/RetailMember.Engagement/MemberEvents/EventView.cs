using RetailMember.Engagement.Data;

namespace RetailMember.Engagement.MemberEvents;

/// <summary>An event as staff read it.</summary>
/// <param name="Event">Its code.</param>
/// <param name="Taken">Seats of those who are signed up or came, guests with them.</param>
/// <param name="Waiting">Members on the waiting list.</param>
/// <param name="Attended">Members who came.</param>
/// <param name="EditedAt">UTC.</param>
internal sealed record EventView(
    string Event,
    MemberEventState State,
    EventTerms Terms,
    int Taken,
    int Waiting,
    int Attended,
    string EditedBy,
    DateTime EditedAt)
{
    public int SeatsLeft => Terms.Seats - Taken;

    public static EventView Of(MemberEvent happening) => new(
        happening.Code, happening.State, EventShelf.TermsOf(happening), happening.Taken, happening.Waiting,
        happening.Attended, happening.EditedBy, happening.EditedAt);
}
