namespace RetailMember.Pages.Export;

/// <summary>A file format that can be written row by row.</summary>
internal interface IExportFormat
{
    string ContentType { get; }

    Task<IExportWriter> BeginAsync(Stream target, CancellationToken cancel);
}

/// <summary>Writes one row after the other; disposing finishes the file and leaves the stream open.</summary>
internal interface IExportWriter : IAsyncDisposable
{
    ValueTask WriteAsync(IReadOnlyList<object?> cells);
}
