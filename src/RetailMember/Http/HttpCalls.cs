using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Http;

/// <summary>Finds out who makes a request: person, till, or nobody.</summary>
public interface ICallers
{
    ValueTask<Caller> OfAsync(HttpContext http);
}

/// <summary>Makes the call context of a request: caller, and the brand that its address names.</summary>
public sealed class HttpCalls(ICallers callers, IBrandDirectory brands)
{
    /// <summary>Refuses an unknown brand, and one in which the caller has no right at all, in the same words.</summary>
    public async ValueTask<CallContext> CurrentAsync(HttpContext http, Channel channel)
    {
        var caller = await callers.OfAsync(http);
        var call = new CallContext(caller, channel);
        if (http.Request.RouteValues["brand"] is not string code) return call;
        var brand = brands.Find(code);
        var isForMembers = http.GetEndpoint()?.Metadata.GetMetadata<MemberMark>() is not null;
        if (caller.Kind == CallerKind.Anonymous && (brand is not null || !isForMembers)) return call with { Brand = brand };
        if (brand is null || !caller.MayEnter(brand.Id))
            throw new Refusal("brand.not-found", RefusalKind.NotFound, ("brand", code));
        return call with { Brand = brand };
    }
}
