using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Queue;

/// <summary>
/// Messages whose mere existence tells something sensitive of a member: he was chosen by sensitive conditions, or a module
/// wrote him what it calls sensitive. Lists do not have the former, for whoever counts them finds behind coarse figures, and
/// the moment of one may tell whose it is; of the latter they neither name him nor find them by him, and do not say why one was
/// not sent.
/// </summary>
internal sealed class SensitiveMessages(MarketingDb db)
{
    /// <summary>Keys of their batches, to be asked in a statement.</summary>
    public IQueryable<Guid> Batches() => db.Batches.Where(b => b.IsSensitive).Select(b => b.Id);

    /// <summary>All but those to members who were chosen by sensitive conditions.</summary>
    public IQueryable<Message> Listed() => db.Messages.AsNoTracking()
        .Where(m => m.BatchId == null || !db.Batches.Any(b => b.Id == m.BatchId && b.MeantSegmentId != null));

    public IQueryable<Message> Without(IQueryable<Message> messages)
    {
        var batches = Batches();
        return messages.Where(m => m.BatchId == null || !batches.Contains(m.BatchId.Value));
    }

    /// <summary>Those that wait or were not sent for what lists say is the reason.</summary>
    public IQueryable<Message> WithReason(IQueryable<Message> messages, MessageReason reason)
    {
        var batches = Batches();
        return reason == MessageReason.NotShown
            ? messages.Where(m => (m.Reason == MessageReason.NoLongerMeant || m.Reason == MessageReason.PermissionWithdrawn)
                && m.BatchId != null && batches.Contains(m.BatchId.Value))
            : (Tells(reason) ? Without(messages) : messages).Where(m => m.Reason == reason);
    }

    /// <summary>What lists say of the reason of such a message.</summary>
    public static MessageReason? Shown(MessageReason? reason) => Tells(reason) ? MessageReason.NotShown : reason;

    /// <summary>Whether it says what sensitive data says.</summary>
    private static bool Tells(MessageReason? reason) => reason is MessageReason.NoLongerMeant or MessageReason.PermissionWithdrawn;
}
