using System.Diagnostics;
using System.Net.Mime;
using System.Text;
using MethodCenter.Api.Security;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace MethodCenter.Api.Mcp;

/// <summary>Sends a request of one's own through the whole service, with the credentials of the request that asks for it.</summary>
/// <remarks>
/// So there is no second way in: key, centre, rights, limits, validation and audit are those of the API, because it is the API
/// that answers.
/// </remarks>
internal sealed class InnerRequests(IServiceScopeFactory scopes, IHttpContextFactory contexts)
{
    private static readonly string[] Handed =
    [
        IdentityMiddleware.KeyHeader,
        IdentityMiddleware.CentreHeader,
        IdentityMiddleware.DayHeader,
        HeaderNames.Authorization,
        HeaderNames.AcceptLanguage,
    ];

    /// <summary>The service from its first middleware on.</summary>
    public RequestDelegate? Service { get; set; }

    public Task<InnerAnswer> GetAsync(HttpContext outer, string path, QueryString query) =>
        SendAsync(outer, HttpMethods.Get, path, query, "");

    public Task<InnerAnswer> PostCsvAsync(HttpContext outer, string path, QueryString query, string csv) =>
        SendAsync(outer, HttpMethods.Post, path, query, csv);

    /// <remarks>
    /// What flows with a request (its context, its culture) is its own here: the outer one finds its own again. Only the
    /// activity is handed on, so both have one trace.
    /// </remarks>
    private async Task<InnerAnswer> SendAsync(
        HttpContext outer,
        string method,
        string path,
        QueryString query,
        string csv
    )
    {
        var activity = Activity.Current;
        Task<InnerAnswer> answer;
        using (ExecutionContext.SuppressFlow())
        {
            answer = Task.Run(() => RunAsync(outer, method, path, query, csv, activity), outer.RequestAborted);
        }

        return await answer;
    }

    private async Task<InnerAnswer> RunAsync(
        HttpContext outer,
        string method,
        string path,
        QueryString query,
        string csv,
        Activity? activity
    )
    {
        Activity.Current = activity;
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        using var written = new MemoryStream();
        var features = Features(outer, method, path, query, body);
        var response = new InnerResponse();
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(written));
        var inner = contexts.Create(features);
        inner.RequestServices = scope.ServiceProvider;
        try
        {
            await Service!(inner);
            await inner.Response.CompleteAsync();
            return new InnerAnswer(inner.Response.StatusCode, Encoding.UTF8.GetString(written.ToArray()));
        }
        finally
        {
            await response.EndAsync();
            contexts.Dispose(inner);
        }
    }

    private static FeatureCollection Features(
        HttpContext outer,
        string method,
        string path,
        QueryString query,
        Stream body
    )
    {
        var features = new FeatureCollection();
        IHeaderDictionary headers = new HeaderDictionary { [HeaderNames.Accept] = MediaTypeNames.Application.Json };
        foreach (var name in Handed)
        {
            if (outer.Request.Headers.TryGetValue(name, out var values))
            {
                headers[name] = values;
            }
        }

        if (body.Length > 0)
        {
            headers.ContentType = Upload.Csv;
            headers.ContentLength = body.Length;
        }

        features.Set<IHttpRequestFeature>(
            new HttpRequestFeature
            {
                Method = method,
                Path = path,
                QueryString = query.ToString(),
                Headers = headers,
                Body = body,
                Scheme = outer.Request.Scheme,
                Protocol = outer.Request.Protocol,
            }
        );
        features.Set<IHttpConnectionFeature>(
            new HttpConnectionFeature { RemoteIpAddress = outer.Connection.RemoteIpAddress }
        );
        features.Set<IHttpRequestLifetimeFeature>(
            new HttpRequestLifetimeFeature { RequestAborted = outer.RequestAborted }
        );
        return features;
    }
}

/// <summary>Does at the end of the request what was registered for it, as a server does.</summary>
/// <remarks>An uploaded file lives as long as its request, and is closed here.</remarks>
internal sealed class InnerResponse : HttpResponseFeature
{
    private readonly Stack<(Func<object, Task> Callback, object State)> _ended = new();

    public override void OnCompleted(Func<object, Task> callback, object state) => _ended.Push((callback, state));

    public async Task EndAsync()
    {
        List<Exception> failures = [];
        while (_ended.TryPop(out var one))
        {
            try
            {
                await one.Callback(one.State);
            }
            catch (Exception exception)
            {
                failures.Add(exception);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }
}

/// <summary>What the API has answered.</summary>
internal sealed record InnerAnswer(int Status, string Text)
{
    public bool Refused => Status >= StatusCodes.Status400BadRequest;
}
