using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Http;
using RetailMember.Modules;
using RetailMember.Pages.Forms;
using RetailMember.People;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Pages;

/// <summary>
/// What a page endpoint takes as its parameter: runs use cases in the name of whoever asks, for the brand that the
/// address names.
/// </summary>
public sealed class PageCall
{
    private readonly HttpContext _http;

    private PageCall(HttpContext http, CallContext context)
    {
        _http = http;
        Context = context;
    }

    public CallContext Context { get; }

    /// <summary>
    /// The same person in the name of a brand (null: of the chain), for pages of the chain whose forms choose one.
    /// Use cases check the rights there as ever.
    /// </summary>
    public PageCall In(Brand? brand) => new(_http, Context with { Brand = brand, Store = null });

    /// <summary>In which times of this page are shown: the brand's, or the chain's.</summary>
    public TimeZoneInfo TimeZone => Context.Brand?.TimeZone ?? ShellModel.Empty.TimeZone;

    public ITexts Texts => _http.RequestServices.GetRequiredService<ITexts>();

    /// <summary>
    /// Whether whoever asks has the right here, so that a page offers only what he may do. The use case checks it again.
    /// </summary>
    public bool May(string permission) => Context.Caller.Can(
        _http.RequestServices.GetRequiredService<ModuleCatalogue>().PermissionNamed(permission), Context.Brand?.Id, storeId: null);

    /// <summary>Whether whoever asks has the right at one of the brand's stores at least, for what a page offers by store.</summary>
    public bool MayAtSomeStore(string permission) => Context.Caller.HoldsIn(permission, Context.RequiredBrand.Id);

    /// <summary>Pages about members that modules bring and whoever asks may see here.</summary>
    public IReadOnlyList<MemberTab> MemberTabs =>
    [
        .. from module in _http.RequestServices.GetRequiredService<ModuleCatalogue>().Running
           where Context.Brand is not { } brand
               || _http.RequestServices.GetRequiredService<IBrandDirectory>().IsOn(module.Name, brand.Id, null)
           from tab in module.Description.MemberTabs
           where May(tab.Permission)
           select tab,
    ];

    /// <summary>Refuses a brand that does not exist or in which the person has no right at all.</summary>
    public static async ValueTask<PageCall?> BindAsync(HttpContext http) =>
        new(http, await http.RequestServices.GetRequiredService<HttpCalls>().CurrentAsync(http, Channel.Page));

    /// <summary>For pages that offer a command before any use case has checked the right to it.</summary>
    public void Require(string permission)
    {
        if (Context.Caller.Kind == CallerKind.Anonymous) throw new Refusal("sign-in.needed", RefusalKind.SignInNeeded);
        if (!May(permission)) throw new Refusal("permission.denied", RefusalKind.Forbidden, ("permission", permission));
    }

    /// <summary>Runs the use case; its refusal becomes the error page.</summary>
    public Task<TResult> RunAsync<TResult>(IInput<TResult> input) => Entry.RunAsync(input, Context, _http.RequestAborted);

    /// <summary>Runs the use case and returns its answer or its refusal, for pages that have a place to show it.</summary>
    public Task<Outcome<TResult>> TryAsync<TResult>(IInput<TResult> input) =>
        Entry.TryAsync(input, Context, _http.RequestAborted);

    /// <summary>The input as the address gives it: the same names that the API takes.</summary>
    public TInput Query<TInput>() => InputReader<TInput>.FromAddress(_http);

    /// <summary>
    /// Runs the use case with the input that the form sent. A refusal does not leave the form: <paramref name="again"/>
    /// renders it (422) with the refusal's texts beside the fields; what the person typed is still in them. A missing
    /// right is not the form's business and becomes the error page.
    /// </summary>
    public Task<IResult> SubmitAsync<TInput, TResult>(
        Func<TResult, IResult> done, Func<FormFaults, Task<IResult>> again)
        where TInput : IInput<TResult> =>
        SubmitAsync(async () => done(await RunAsync(await FormReader<TInput>.ReadAsync(_http))), again);

    /// <inheritdoc cref="SubmitAsync{TInput,TResult}(Func{TResult,IResult},Func{FormFaults,Task{IResult}})"/>
    public Task<IResult> SubmitAsync<TInput, TResult>(Func<TResult, IResult> done, Func<FormFaults, IResult> again)
        where TInput : IInput<TResult> =>
        SubmitAsync<TInput, TResult>(done, faults => Task.FromResult(again(faults)));

    /// <summary>The same for a form that is more than one use case's input.</summary>
    public async Task<IResult> SubmitAsync(Func<Task<IResult>> run, Func<FormFaults, Task<IResult>> again)
    {
        try
        {
            return await run();
        }
        catch (Refusal refusal) when (refusal.Kind is not (RefusalKind.SignInNeeded or RefusalKind.Forbidden))
        {
            var page = await again(FormFaults.Of(refusal, Texts));
            return page is PageResult form ? form.WithStatus(StatusCodes.Status422UnprocessableEntity) : page;
        }
    }

    /// <summary>What a form sent, as the input of a use case.</summary>
    public Task<TInput> FormAsync<TInput>() => FormReader<TInput>.ReadAsync(_http);

    /// <summary>
    /// The address of another page of the same brand: <c>Address("membership/members")</c> is
    /// <c>/brands/pharmacy/membership/members</c>; without a brand it is <c>/membership/members</c>.
    /// </summary>
    public string Address(string path) => PageAddress.Of(Context.Brand, path);

    private UseCaseEntry Entry => _http.RequestServices.GetRequiredService<UseCaseEntry>();
}
