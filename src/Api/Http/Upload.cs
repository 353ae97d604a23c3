using System.Buffers;
using System.Reflection;
using System.Security.Cryptography;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Infrastructure.Office.Imports;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>A table file as the body of a request, held in a temporary file: memory does not grow with it.</summary>
internal sealed class Upload(Stream content, string? contentType) : IEndpointParameterMetadataProvider
{
    public const string Csv = "text/csv";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Ndjson = "application/x-ndjson";
    public const string Bytes = "application/octet-stream";
    private const int PieceBytes = 128 * 1024;

    /// <summary>What a Windows with Excel calls a CSV file; an old workbook is called so too and is told from it.</summary>
    public const string Excel = "application/vnd.ms-excel";

    private static readonly string[] MediaTypes = [Csv, Xlsx, Ndjson, Excel, Bytes];

    /// <summary>The media types that are taken, for people.</summary>
    public static string Expected => string.Join(", ", MediaTypes);

    /// <param name="name">Its name, as the client calls it.</param>
    /// <param name="dataset">By which it is called where the client does not say.</param>
    public ImportFile Named(string? name, string dataset) => new(content, name ?? dataset, contentType);

    public static async ValueTask<Upload> BindAsync(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<ImportOptions>();
        if (
            !Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !MediaTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
        )
        {
            throw new RefusalException(RequestErrors.UnsupportedMediaType.With("expected", Expected));
        }

        if (http.Request.ContentLength > options.FileBytes)
        {
            throw TooLarge(options);
        }

        // The limit of bodies in memory is not the limit of files.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.FileBytes + 1;
        }

        var file = TemporaryFiles.Create();
        http.Response.RegisterForDisposeAsync(file);
        RequestBody.Remember(http, await CopyAsync(http, file, options));
        file.Position = 0;
        return new Upload(file, type.MediaType.Value);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(MediaTypes, typeof(Stream), isOptional: false));

    private static async Task<byte[]> CopyAsync(HttpContext http, FileStream file, ImportOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            for (var total = 0L; ; )
            {
                var read = await http.Request.Body.ReadAsync(piece, http.RequestAborted);
                if (read == 0)
                {
                    return hash.GetHashAndReset();
                }

                total += read;
                if (total > options.FileBytes)
                {
                    throw TooLarge(options);
                }

                hash.AppendData(piece.AsSpan(0, read));
                await file.WriteAsync(piece.AsMemory(0, read), http.RequestAborted);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece, clearArray: true);
        }
    }

    private static RefusalException TooLarge(ImportOptions options) =>
        new(RequestErrors.TooLarge.With("limit", options.FileBytes));
}
