using FluentValidation;
using MediatR;
using MethodCenter.Application.Common.Validation;

namespace MethodCenter.Application.Common.Behaviours;

/// <summary>Refuses a request whose values have the wrong form, with all field errors at once. Asks no database.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IAppRequest
    where TResponse : IResult<TResponse>
{
    public Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        foreach (var validator in validators)
        {
            var outcome = validator.Validate(request);
            if (!outcome.IsValid)
            {
                return Task.FromResult(TResponse.Refuse(ValidationErrors.From(outcome)));
            }
        }

        return next();
    }
}
