using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Jobs;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Batches;

/// <summary>Begins a batch of gift cards; their numbers are made in the background.</summary>
[Needs(StoredValuePermissions.EditBatches)]
internal sealed class MakeCardBatch(
    StoredValueDb db, CardTypeShelf types, SalesChannels channels, GuardRails law, IBackgroundWork background)
    : UseCase<MakeCardBatch.Input, CardBatchView>
{
    public const int MostCards = 100_000;

    protected override async Task<CardBatchView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (await db.CardBatches.AnyAsync(b => b.Code == input.BatchCode, cancel))
            throw new Refusal("storedvalue.batch-code-taken", RefusalKind.Conflict, ("batch", input.BatchCode));
        var type = await types.InForceAsync(input.CardType, call.At, cancel);
        RequireLoadable(input, type.Terms);
        law.RequireLawfulLoad(type.Terms.Named, input.FaceAmount.Fen, call.RequiredBrand.Id);
        var batch = new CardBatch
        {
            Id = Guid.CreateVersion7(),
            BrandId = call.RequiredBrand.Id,
            Code = input.BatchCode,
            TypeId = type.Id,
            Name = JsonSerializer.Serialize(input.Name, Json.Options),
            FaceFen = input.FaceAmount.Fen,
            Quota = input.Quota,
            Channel = await channels.RequireOpenAsync(input.SalesChannel, cancel),
            Categories = input.Categories.Count > 0 ? JsonSerializer.Serialize(input.Categories, Json.Options) : null,
            IssueFrom = input.IssueFrom,
            IssueTo = input.IssueTo,
            StartedBy = call.Caller.Name,
            StartedAt = call.At,
        };
        db.CardBatches.Add(batch);
        await background.EnqueueAsync(new RunCardBatch.Input(batch.Code), call, cancel);
        return CardBatchView.Of(batch, type.Code, batch.Channel is null ? null : (await channels.NamesAsync(cancel))[batch.Channel]);
    }

    /// <summary>What no card of the batch could be loaded with is refused before there are any.</summary>
    private static void RequireLoadable(Input input, CardTypeTerms terms)
    {
        if (terms.MaximumBalance is { } most && input.FaceAmount > most)
            throw new Refusal("storedvalue.above-maximum-balance", RefusalKind.Conflict, ("maximum", most));
        if (terms.Categories.Count > 0 && input.Categories.Except(terms.Categories, StringComparer.OrdinalIgnoreCase).Any())
            throw Refusal.Invalid("categories", "storedvalue.categories-beyond-type");
    }

    internal sealed record Input : IInput<CardBatchView>, IKeyed
    {
        /// <summary>Drawn by whoever asks; the same key makes one batch.</summary>
        public required string Key { get; init; }

        public required string BatchCode { get; init; }

        public required LocalName Name { get; init; }

        /// <summary>Code of a type that is in force.</summary>
        public required string CardType { get; init; }

        /// <summary>Yuan on each card, all of it bonus.</summary>
        public required Money FaceAmount { get; init; }

        /// <summary>How many cards.</summary>
        public required int Quota { get; init; }

        /// <summary>Code of the sales channel through which they are handed out.</summary>
        public string? SalesChannel { get; init; }

        /// <summary>Codes of the categories that the gift pays for; empty: as the type says.</summary>
        public IReadOnlyList<string> Categories { get; init; } = [];

        public required DateOnly IssueFrom { get; init; }

        public DateOnly? IssueTo { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.BatchCode).IsCode();
            RuleFor(i => i.Name).SetValidator(new LocalNameRules());
            RuleFor(i => i.FaceAmount).IsAmount();
            RuleFor(i => i.Quota).InclusiveBetween(1, MostCards);
            RuleFor(i => i.SalesChannel).MaximumLength(StoredValueDb.CodeLength);
            RuleForEach(i => i.Categories).NotEmpty().MaximumLength(64);
            RuleFor(i => i.IssueTo).Must((i, to) => !(to < i.IssueFrom)).WithErrorCode("storedvalue.dates-in-wrong-order");
        }
    }
}
