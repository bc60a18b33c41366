using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Platform.Messages;

/// <summary>Messages that were kept instead of sent, newest first.</summary>
[Needs("Platform.Messages.View")]
internal sealed class FindSentMessages(PlatformDb db) : Query<FindSentMessages.Input, PageOf<FindSentMessages.Item>>
{
    public sealed record Input(string? After = null, int Size = Cursor.DefaultSize) : IInput<PageOf<Item>>;

    /// <param name="MaskedMobile">138****1234.</param>
    /// <param name="Purpose">What it was for, such as <c>portal.log-in</c>.</param>
    public sealed record Item(Guid Id, int BrandId, string MaskedMobile, string Purpose, string Text, DateTime SentAt);

    private sealed record Place(Guid Id);

    protected override async Task<PageOf<Item>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.SentMessages.AsNoTracking();
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(m => m.Id < after.Id);
        var rows = await found.OrderByDescending(m => m.Id).Take(input.Size + 1).ToListAsync(cancel);
        return PageOf<Item>.Of(
            rows, input.Size, m => new Place(m.Id),
            m => new Item(m.Id, m.BrandId, m.Mobile, m.Purpose, m.Text, m.At));
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
