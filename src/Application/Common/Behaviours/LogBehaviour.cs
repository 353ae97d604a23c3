using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Application.Common.Behaviours;

/// <summary>Logs the name of a request, its outcome and duration. Never its body: bodies hold personal data.</summary>
internal sealed partial class LogBehaviour<TRequest, TResponse>(
    ILogger<LogBehaviour<TRequest, TResponse>> logger,
    ISecurityLog security,
    Caller caller
) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IAppRequest
    where TResponse : IResult<TResponse>
{
    private static readonly string Name = typeof(TRequest).Name;
    private static readonly ActivitySource Source = new("MethodCenter.Application");

    public async Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        using var activity = Source.StartActivity(Name);
        var started = Stopwatch.GetTimestamp();
        var response = await next();
        if (response.Error is { } error)
        {
            activity?.SetTag("error.code", error.Code);
            if (error.Kind == ErrorKind.Forbidden || error.TellsProtectedData)
            {
                security.Note(caller.Refused(Name, error));
            }

            Refused(logger, Name, error.Code, caller.Account?.Id, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        else
        {
            Done(logger, Name, caller.Account?.Id, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return response;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Request} by {Account} done in {Milliseconds:F1} ms")]
    private static partial void Done(ILogger logger, string request, Guid? account, double milliseconds);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Request} by {Account} refused with {Code} in {Milliseconds:F1} ms"
    )]
    private static partial void Refused(
        ILogger logger,
        string request,
        string code,
        Guid? account,
        double milliseconds
    );
}
