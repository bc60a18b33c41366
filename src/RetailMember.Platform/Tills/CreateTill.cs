using FluentValidation;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tills;

/// <summary>Registers a till at a store. Its key is told this once and stored only as a hash.</summary>
[Needs("Platform.Tills.Change")]
internal sealed class CreateTill(PlatformDb db, Changes changes) : UseCase<CreateTill.Input, CreateTill.Result>
{
    public sealed record Input(string StoreCode, string Name) : IInput<Result>, IAtStore
    {
        string? IAtStore.StoreCode => StoreCode;
    }

    /// <param name="Key">Goes into the till's header <c>Authorization: Till KEY</c>.</param>
    public sealed record Result(Guid Id, string Key);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = call.Store!;
        if (store.Closed) throw new Refusal("platform.store-closed", RefusalKind.Conflict, ("store", store.Code));
        var id = Guid.CreateVersion7();
        var key = TillKey.New(id);
        db.Tills.Add(new Till
        {
            Id = id,
            BrandId = store.BrandId,
            StoreId = store.Id,
            Name = input.Name,
            KeyHash = key.Hash(),
            CreatedAt = call.At,
        });
        await changes.OfAccessAsync(cancel);
        return new Result(id, key.ToString());
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.StoreCode).NotEmpty();
            RuleFor(i => i.Name).StoreCode();
        }
    }
}
