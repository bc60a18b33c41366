using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;
using RetailMember.Settings;
using RetailMember.Texts;

namespace RetailMember.StoredValue.Notices;

/// <summary>
/// Tells a holder that his card has another number or another holder, or shall have: who did not want that can speak up.
/// </summary>
internal sealed class CardNotices(IMemberMessages messages, ISettings settings, DataSession session) : Subscriber<CardChanged>
{
    /// <summary>On unless a brand says that it tells its members in another way.</summary>
    public const string Setting = "StoredValue.CardNotices";

    protected override async Task HandleAsync(IReadOnlyList<Delivered<CardChanged>> events, CancellationToken cancel)
    {
        if (settings.YesNo(Setting, session.Brand) && messages.IsReady)
            await messages.SendAsync([.. events.Select(e => NoticeOf(e.Event))], cancel);
    }

    private static MemberMessage NoticeOf(CardChanged changed)
    {
        var news = EnumCode.Of(changed.News);
        return new MemberMessage(
            changed.MemberId, "storedvalue.card-" + news, "storedvalue.notice." + news, [("card", changed.MaskedNumber)]);
    }
}
