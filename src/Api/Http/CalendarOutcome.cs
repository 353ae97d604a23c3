using System.Reflection;
using System.Text;
using MethodCenter.Application.Teaching.Timetables;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>Answers 200 with a calendar (RFC 5545); or a problem.</summary>
internal sealed class CalendarOutcome(Result<TimetableCalendar> result)
    : Outcome<TimetableCalendar>(result),
        IEndpointMetadataProvider
{
    private const string Type = "text/calendar";

    protected override Task WriteAsync(HttpContext httpContext, TimetableCalendar value)
    {
        var response = httpContext.Response;
        response.Headers.ETag = $"W/\"{value.Tag}\"";
        if (ETags.Match(httpContext.Request.Headers.IfNoneMatch, response.Headers.ETag!))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return Outcomes.SendAsync(
            httpContext,
            Encoding.UTF8.GetBytes(value.Text),
            Type + "; charset=utf-8",
            FileNames.Inline(value.Name, "ics")
        );
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [Type]));
}
