using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.OptOuts;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Decides, at the moment of handing over and within the running transaction, which of a batch's messages go, which wait and
/// which never will: consent, opt-out, objection, sensitive conditions, limits, one message to a person and to a number, and whether
/// it is paid for.
/// </summary>
internal sealed class Decisions(
    MarketingDb db, AddressBook addresses, IEnumerable<IMarketingConsents> consents,
    IEnumerable<IProfilingObjections> objections, RecipientBook recipients, OptOutBook optOuts, SensitiveSegments segments,
    SendCaps caps, PackageBook packages, LetterTruth truth, WrittenBefore before, MailWayOut mailWayOut)
{
    /// <summary>What is asked of the provider about an order that we heard nothing of: it must know by then.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    /// <summary>The columns that a decision writes.</summary>
    public static readonly string[] Columns =
    [
        nameof(Message.State), nameof(Message.Reason), nameof(Message.DueAt), nameof(Message.Gateway),
        nameof(Message.RequestId), nameof(Message.RecipientId), nameof(Message.Parts), nameof(Message.Attempts),
        nameof(Message.AskAt), nameof(Message.HandedOverAt), nameof(Message.DoneAt), nameof(Message.Values),
    ];

    /// <summary>Changes the messages in memory; those that go come back as orders, each under a request of its own.</summary>
    public async Task<IReadOnlyList<Letter[]>> DecideAsync(
        Dispatch dispatch, IReadOnlyList<Message> messages, DateTime now, CancellationToken cancel)
    {
        var known = await KnownAsync(dispatch, messages, now, cancel);
        var ready = new List<Letter>(messages.Count);
        foreach (var message in messages)
        {
            if (Blocks(dispatch, message, known, now) is { } reason) Skip(message, reason, now);
            else if (dispatch.LacksCode)
                (message.DueAt, message.Reason) = (now + ModuleQuestions.Pause, MessageReason.ProviderCodeMissing);
            else if (known.MustWait) (message.DueAt, message.Reason) = (now + ModuleQuestions.Pause, MessageReason.NotAnswered);
            else if (Write(dispatch, message, known) is not { } letter) Skip(message, MessageReason.ValueMissing, now);
            else if (known.Recent.FreeAt(known.IdOf(message), dispatch.Words, message.Lane) is { } free && free > now)
                (message.DueAt, message.Reason) = (free, MessageReason.FrequencyCap);
            else ready.Add(Take(dispatch, message, letter, known, now));
        }

        var going = await PayAsync(dispatch, ready, known, now, cancel);

        Letter[][] orders = [.. going.Chunk(dispatch.Gateway.LargestOrder)];
        foreach (var order in orders)
        {
            var request = Guid.CreateVersion7().ToString("N");
            foreach (var letter in order) letter.Message.RequestId = request;
        }

        return orders;
    }

    private async Task<Known> KnownAsync(
        Dispatch dispatch, IReadOnlyList<Message> messages, DateTime now, CancellationToken cancel)
    {
        var found = await addresses.OfAsync([.. messages.Select(m => m.MemberId!.Value)], dispatch.Terms.Channel, cancel);
        var commercial = dispatch.Batch.Lane == MessageLane.Marketing;
        var agreed = await consents.AgreedAsync(commercial ? found.Reached : [], cancel);
        var letters = commercial ? await truth.OfAsync(dispatch, messages, found, now, cancel) : LettersNow.AsWritten;
        var meant = await segments.StillMeantAsync(dispatch.Batch, found.Reached, dispatch.Brand.DateOf(now), cancel);
        var objectors = await objections.ObjectorsAsync(dispatch.Batch.IsProfiling ? found.Reached : [], cancel);
        string[] numbers = [.. found.Recipients.Values.Distinct()];
        await recipients.LockAsync(numbers, cancel);
        var said = commercial ? await optOuts.SaidAsync(found, cancel) : new Dictionary<Guid, Recipient>();
        var served = await db.Messages.Where(m => m.BatchId == dispatch.Batch.Id && EF.Parameter(numbers).Contains(m.RecipientId!))
            .Select(m => m.RecipientId!).ToListAsync(cancel);
        var written = await before.AmongAsync(dispatch.Batch.Id, found.Reached, cancel);
        var recent = await caps.RecentAsync(numbers, now, dispatch.Brand.Id, cancel);
        return new Known(found.Contacts, found.ByMember, agreed, found.Recipients, said, objectors, meant, [.. served],
            written, recent, letters);
    }

    private static MessageReason? Blocks(Dispatch dispatch, Message message, Known known, DateTime now)
    {
        if (dispatch.Batch.NotAfter < now) return MessageReason.TooLate;
        if (!dispatch.MayGo) return MessageReason.TemplateNotApproved;
        if (!known.Contacts.TryGetValue(message.MemberId!.Value, out var contact)) return MessageReason.NotActive;
        if (!known.Ids.TryGetValue(contact.Member, out var recipient)) return MessageReason.NoAddress;
        if (known.Served.Contains(recipient) || known.Written.Contains(contact.Member)) return MessageReason.SameNumber;
        if (known.Meant.Leaves(contact.Member)) return MessageReason.NoLongerMeant;
        if (known.Objectors.Contains(contact.Member)) return MessageReason.Objects;
        if (message.Lane != MessageLane.Marketing) return null;
        if (!known.Agreed.TryGetValue(contact.Member, out var agreed)) return MessageReason.NoConsent;
        if (known.Said.GetValueOrDefault(contact.Member)?.HasLeftSince(agreed) == true) return MessageReason.OptedOut;
        return known.Letters.IsTrueFor(contact.Member) ? null : MessageReason.NoLongerTrue;
    }

    private GatewayLetter? Write(Dispatch dispatch, Message message, Known known)
    {
        var contact = known.Contacts[message.MemberId!.Value];
        if (known.Letters.Values is { } now) message.Values = JsonSerializer.Serialize(now[contact.Member], Json.Options);
        return TemplateValues.Of(dispatch.Terms, message, contact, dispatch.Brand) is { } values
            ? Letter.Of(message, known.Addresses[contact.Member], dispatch.Terms, values) with
            {
                WayOut = WayOutOf(dispatch, message, known),
            }
            : null;
    }

    /// <summary>Nobody reads what is sent back to a commercial e-mail.</summary>
    private string WayOutOf(Dispatch dispatch, Message message, Known known) =>
        dispatch.Terms.Channel == MessageChannel.Mail && message.Lane == MessageLane.Marketing
            ? mailWayOut.AddressFor(known.IdOf(message))
            : "";

    /// <summary>From now on it is his message of the batch, even if it has to wait until it is paid for.</summary>
    private static Letter Take(Dispatch dispatch, Message message, GatewayLetter letter, Known known, DateTime now)
    {
        var recipient = known.IdOf(message);
        message.Parts = WrittenText.Of(dispatch.Terms, letter.Values).Parts;
        known.Served.Add(recipient);
        known.Recent.Add(new RecentSend(recipient, dispatch.Words, message.Lane, now));
        return new Letter(message, letter);
    }

    /// <summary>
    /// Those that the packages and the batch's budget cover. Packages are locked last, and only until this is written down:
    /// no two hosts spend the same part or fen. What somebody waits for goes in any case.
    /// </summary>
    private async Task<List<Letter>> PayAsync(
        Dispatch dispatch, List<Letter> ready, Known known, DateTime now, CancellationToken cancel)
    {
        if (ready.Count == 0) return ready;
        var going = new List<Letter>(ready.Count);
        var draw = await packages.DrawAsync(dispatch.Batch, cancel);
        foreach (var letter in ready)
        {
            var message = letter.Message;
            var payment = draw.Take(message.Parts);
            if (payment == Payment.OverBudget) Skip(message, MessageReason.OverBudget, now);
            else if (payment == Payment.NoPackage && message.Lane == MessageLane.Marketing)
                (message.Parts, message.Reason) = (0, MessageReason.PackageEmpty);
            else
            {
                if (payment == Payment.NoPackage) draw.TakeOrOwe(message.Parts);
                Go(dispatch, message, known, now);
                going.Add(letter);
            }
        }

        await packages.SaveAsync(dispatch.Batch.Id, draw, cancel);
        return going;
    }

    private static void Go(Dispatch dispatch, Message message, Known known, DateTime now)
    {
        (message.State, message.Reason, message.RecipientId) = (MessageState.HandingOver, null, known.IdOf(message));
        (message.Gateway, message.HandedOverAt, message.AskAt) = (dispatch.Gateway.Name, now, now + Settled);
        message.Attempts++;
    }

    private static void Skip(Message message, MessageReason reason, DateTime now) =>
        (message.State, message.Reason, message.Parts, message.DoneAt) = (MessageState.Skipped, reason, 0, now);

    /// <summary>All that is known of a round's members and numbers.</summary>
    /// <param name="Objectors">Who wants no conclusions from what he buys, where the batch rests on some.</param>
    /// <param name="Served">Numbers that have a message of the batch.</param>
    /// <param name="Written">Members who had theirs under a file that was merged with theirs.</param>
    /// <param name="Meant">For whom the batch's sensitive conditions still hold.</param>
    private sealed record Known(
        IReadOnlyDictionary<Guid, MemberContact> Contacts,
        IReadOnlyDictionary<Guid, string> Addresses,
        IReadOnlyDictionary<Guid, DateTime> Agreed,
        IReadOnlyDictionary<Guid, string> Ids,
        IReadOnlyDictionary<Guid, Recipient> Said,
        IReadOnlySet<Guid> Objectors,
        MeantNow Meant,
        HashSet<string> Served,
        IReadOnlySet<Guid> Written,
        RecentSends Recent,
        LettersNow Letters)
    {
        /// <summary>A module that must be asked first did not answer.</summary>
        public bool MustWait => Letters.MustWait || Meant.MustWait;

        public string IdOf(Message message) => Ids[Contacts[message.MemberId!.Value].Member];
    }
}

/// <summary>A batch with all that its messages have in common.</summary>
/// <param name="MayGo">Whether its words are still approved.</param>
internal sealed record Dispatch(
    MessageBatch Batch, Brand Brand, TemplateTerms Terms, bool MayGo, IMessageGateway Gateway)
{
    /// <summary>Its gateway goes by the provider's number for the words, and they have none: all wait until they do.</summary>
    public bool LacksCode { get; } = Gateway.NeedsProviderCode && Terms.ProviderCode.Length == 0;

    /// <summary>By which the provider counts how often a number has had them.</summary>
    public string Words { get; } = SendCaps.WordsOf(Batch.TemplateId, Terms);
}
