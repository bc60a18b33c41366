using Microsoft.AspNetCore.Http;

namespace RetailMember.Http;

/// <summary>
/// Put on an address that another house's machine calls without logging in, as with receipts by the hundred thousand: calls that
/// show whose they are stand under no limit. All others have the limit of the address that they come from.
/// </summary>
/// <param name="IsSigned">Whether a call does; asked before its body is read.</param>
public sealed record SignedCalls(Func<HttpContext, bool> IsSigned);
