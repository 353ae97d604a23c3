using System.Reflection;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace MethodCenter.Api.Http;

/// <summary>Answers 200 with a report, as JSON or as the workbook that the client accepts; or a problem.</summary>
/// <param name="result">The report.</param>
/// <param name="asked">The request, where a workbook is wanted; null: JSON.</param>
internal sealed class ReportOutcome<T>(Result<T> result, IReportQuery<T>? asked)
    : Outcome<T>(result),
        IEndpointMetadataProvider
{
    protected override async Task WriteAsync(HttpContext httpContext, T value)
    {
        // One address has two representations: a cache in between must tell them apart.
        httpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (asked is null)
        {
            await Outcomes.WriteAsync(httpContext, StatusCodes.Status200OK, value, Result);
            return;
        }

        var services = httpContext.RequestServices;
        var centre = await services.GetRequiredService<ICentreName>().GetAsync(httpContext.RequestAborted);
        var workbook = StatedWorkbook.Of(asked, value) with { Centre = centre };
        var workbooks = services.GetRequiredService<IReportWorkbooks>();
        await FileOutcome.SendAsync(
            httpContext,
            new FileAnswer
            {
                Name = workbook.FileName,
                Format = TableFormat.Xlsx,
                WriteAsync = (output, token) => workbooks.WriteAsync(output, workbook, token),
            }
        );
    }

    /// <summary>A workbook must be named and not be liked less than JSON: browsers accept anything and get JSON.</summary>
    public static bool IsWorkbookAsked(HttpRequest request)
    {
        return MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            && Quality(accepted, Upload.Xlsx) is > 0 and var workbook
            && workbook >= (Quality(accepted, RequestBody.Json) ?? 0);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [RequestBody.Json, Upload.Xlsx])
        );

    private static double? Quality(IList<MediaTypeHeaderValue>? accepted, string type) =>
        accepted
            ?.Where(media => media.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
            .Max(media => (double?)(media.Quality ?? 1));
}
