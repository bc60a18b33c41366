using System.Collections.Concurrent;
using FluentValidation;
using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Modules;
using RetailMember.People;

namespace RetailMember.UseCases;

/// <summary>The first steps of every use case: is the module on, may the caller, is the input well formed.</summary>
internal sealed class Guard(IBrandDirectory brands, ModuleCatalogue modules, ILogger<Guard> log)
{
    private const int LongestKey = 128;

    private readonly ConcurrentDictionary<Type, IValidator> validators = new();

    /// <summary>Fills in what the call says by itself: the store of a till, the member who asks for himself.</summary>
    public Refusal? Check<TInput>(UseCaseInfo info, ref TInput input, ref CallContext call)
    {
        // First of all: whoever is nobody learns nothing of stores and modules.
        if (info.Access is not EverybodyAttribute && call.Caller.Kind == CallerKind.Anonymous)
            return new Refusal("sign-in.needed", RefusalKind.SignInNeeded);
        if (FindStore(input, ref call) is { } noStore) return noStore;
        if (!IsOn(info.Module, call)) return new Refusal("module.off", RefusalKind.NotFound, ("module", info.Module));
        return Denied(info, call) ?? OwnFault(ref input, call.Caller) ?? KeyFault(input) ?? Faults(info, input);
    }

    private bool IsOn(string module, CallContext call) =>
        modules.IsRunning(module)
        && (call.Brand is null || brands.IsOn(module, call.Brand.Id, call.Store?.Id));

    private Refusal? FindStore<TInput>(TInput input, ref CallContext call)
    {
        if (call.Brand is null || input is not IAtStore atStore) return null;
        var till = call.Caller.TillStoreId is { } id ? brands.FindStore(id) : null;
        // A form's choice of no store sends an empty text.
        if (string.IsNullOrEmpty(atStore.StoreCode))
        {
            call = call with { Store = till };
            return null;
        }

        var store = brands.FindStore(call.Brand.Id, atStore.StoreCode);
        if (store is null)
            return new Refusal(NamedStores.NotFound, RefusalKind.NotFound, ("store", atStore.StoreCode))
            {
                Fields = [new FieldFault("storeCode", NamedStores.NotFound, ("store", atStore.StoreCode))],
            };
        call = call with { Store = store };
        return null;
    }

    private Refusal? Denied(UseCaseInfo info, CallContext call)
    {
        if (call.Caller.Kind == CallerKind.Member) return DeniedToMember(info, call);
        if (info.Access is OwnMemberAttribute) return new Refusal("member.only", RefusalKind.Forbidden);
        if (info.Access is not NeedsAttribute needs) return null;
        var permission = modules.PermissionNamed(needs.Permission);
        if (call.Caller.Can(permission, call.Brand?.Id, call.Store?.Id)) return null;
        log.LogWarning(
            "{Caller} was denied {Permission} in brand {Brand}, store {Store}",
            call.Caller.Id, permission.Name, call.Brand?.Code, call.Store?.Code);
        return new Refusal("permission.denied", RefusalKind.Forbidden, ("permission", permission.Name));
    }

    private static Refusal? DeniedToMember(UseCaseInfo info, CallContext call) =>
        info.Access is EverybodyAttribute || (info.IsForOwnMember && call.Brand?.Id == call.Caller.MemberOf)
            ? null
            : new Refusal("staff.only", RefusalKind.Forbidden);

    /// <summary>Whom the input names counts for nothing, and another's number is told from a wrong one by nobody.</summary>
    private static Refusal? OwnFault<TInput>(ref TInput input, Caller caller)
    {
        if (caller.Kind != CallerKind.Member || input is not IOfMember<TInput> named) return null;
        if (named.Member != IOfMember<TInput>.Me && named.Member != caller.Name)
            return new Refusal("member.not-own", RefusalKind.NotFound);
        input = named.For(caller.Name);
        return null;
    }

    /// <summary>What the command log can keep under any store's name.</summary>
    private static Refusal? KeyFault<TInput>(TInput input) =>
        input is IKeyed { BusinessKey: { Length: 0 or > LongestKey } }
            ? new Refusal("key.malformed", RefusalKind.Invalid, ("longest", LongestKey))
            : null;

    private Refusal? Faults<TInput>(UseCaseInfo info, TInput input)
    {
        if (info.ValidatorType is null) return null;
        var validator = (IValidator<TInput>)validators.GetOrAdd(
            info.ValidatorType, t => (IValidator)Activator.CreateInstance(t, nonPublic: true)!);
        var result = validator.Validate(input);
        return result.IsValid ? null : Refusal.Invalid([.. result.Errors.Select(ValidationFaults.Of)]);
    }
}
