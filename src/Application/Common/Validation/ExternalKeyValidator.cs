using FluentValidation;
using MethodCenter.Application.Common.Ports;

namespace MethodCenter.Application.Common.Validation;

internal sealed class ExternalKeyValidator : AbstractValidator<ExternalKey>
{
    public ExternalKeyValidator()
    {
        RuleFor(key => key.Source)
            .NotEmpty()
            .MaximumLength(ExternalKey.SourceMaxLength)
            .Matches(@"^[a-z0-9][a-z0-9.-]*\z");
        RuleFor(key => key.Key).NotEmpty().ShortText(ExternalKey.KeyMaxLength);
    }
}
