using System.Reflection;
using System.Text;
using MethodCenter.Application.Teaching.Timetables;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>Answers 200 with a calendar (RFC 5545); or a problem.</summary>
internal sealed class CalendarOutcome(Result<TimetableCalendar> result) : IResult, IEndpointMetadataProvider
{
    private const string Type = "text/calendar";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!result.Succeeded(out var calendar, out var error))
        {
            await Problems.WriteAsync(httpContext, error);
            return;
        }

        var response = httpContext.Response;
        response.Headers.ETag = $"W/\"{calendar.Tag}\"";
        if (ETags.Match(httpContext.Request.Headers.IfNoneMatch, response.Headers.ETag!))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var content = Encoding.UTF8.GetBytes(calendar.Text);
        response.ContentType = Type + "; charset=utf-8";
        response.ContentLength = content.Length;
        response.Headers.ContentDisposition = $"inline; filename=\"{calendar.Name}.ics\"";
        await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [Type]));
}
