/**
 * Hard queries for the site's own papers, written from the abstracts before the engine was run on them.
 * Titles, half-typed titles, shuffled titles and identifiers are not listed: the runner takes them from the index.
 */

/** A query with the papers of which one must come up. */
export interface Wanted {
  kind: Kind;
  query: string;
  /** Keys: any of them is right. */
  right: string[];
}

/** A query that must find what another finds. */
export interface Same {
  kind: Kind;
  query: string;
  as: string;
}

/** A query none of whose results may be one of these. */
export interface Without {
  kind: Kind;
  query: string;
  wrong: string[];
  right: string[];
}

export type Kind =
  | "title"
  | "title as typed"
  | "title shuffled"
  | "title fragment"
  | "acronym"
  | "long form"
  | "hyphen or spelling"
  | "misspelling"
  | "question"
  | "author"
  | "identifier"
  | "field"
  | "phrase"
  | "exclusion"
  | "symbol";

export type Case = Wanted | Same | Without;

const want = (kind: Kind, lines: string): Wanted[] =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [query = "", right = ""] = line.split("=>").map((part) => part.trim());
      return { kind, query, right: right.split(" ") };
    });

const same = (kind: Kind, lines: string): Same[] =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [query = "", as = ""] = line.split("=>").map((part) => part.trim());
      return { kind, query, as };
    });

const FRAGMENTS = `
latent consistency models => dao2025improved
merging models on the fly => tang2025merging
stochastic blurry task boundary => moon2023online
adaptive bit switching => huang2025nearly
adam converges faster than sgd => pan2023understanding
random matrix theory batch size => granziol2020learning
cloud resource scaling => luo2024adaptive
emergent abilities predictable scaling => hu2023unlock
lora fatal flaws => huang2024allora
unsupervised 3d object detection => zhang2024approaching
partially revealed sources => kang2023performance
no more adam => xu2024adam
revisiting resnets => bello2021revisiting
synthetic caption => yang2023alip
quantization-aware training domain generalization => jiang2024gaqat
image-scaling attacks => kim2020decamouflage
adaptive parallel encoding => yang2025ape
logarithm quantizer => wu2024adalog
accurate model scaling => dollar2021fast
adaptive batch size schemes => lau2024adadagrad
learning to actively learn => zhang2020learning
when bigger isn't better => mckenzie2023inverse
beating power law scaling => sorscher2022neural
compute agnostic curation => goyal2024scaling
downstream capabilities elusive => schaeffer2024predicting
plasticity visual reinforcement => ma2023revisiting
instance-adaptive inference => feng2023instance
oscillation-free => liu2023oscillation
comprehensive survey peft => han2024parameter
learning rate annealing => tissue2024scaling
time series foundation models => yao2024neural
scalability text-to-image => li2024scalability
multi-head low-rank => kim2023hydra
rethinking conventional wisdom => xiao2024rethinking
autoregressive generative modeling => henighan2020scaling
trillion-token datastore => shao2024scaling
radial basis functions => chen2023neurbf
lifelong multimodal instruction tuning => maharana2024adapt
adaptive data analysis => dwork2014preserving
rule them all => paischer2024one
imitation learning manipulation => lin2024data
larger vision models => shi2024need
image rescaling => pan2022effective
arbitrary few parameters => su2023arbitrary
any size hd images => zheng2023size
lower-diag-upper => shi2024loldu
distributions with overlaps => chidambaram2023limitations
synthetic images for now => fan2023scaling
kimi => kimiteam2025kimi
split merge adapters => zhang2023split
variable-sized synthesis => jin2023training
`;

const ACRONYMS = `
PEFT => parameter-efficient fine-tuning
LoRA => low-rank adaptation
QAT => quantization-aware training
PTQ => post-training quantization
SAM => sharpness-aware minimization
CLIP => contrastive language-image pre-training
SGD => stochastic gradient descent
TSFMs => time series foundation models
FL => federated learning
VLMs => vision-language models
NMT => neural machine translation
SR => super-resolution
ViT => vision transformer
PET => parameter-efficient tuning
VRL => visual reinforcement learning
CAG => context-augmented generation
DG => domain generalization
OT => optimal transport
LiIT => lifelong instruction tuning
SETH => strong exponential time hypothesis
`;

const VARIANTS = `
fine tuning => fine-tuning
finetuning => fine-tuning
text to image => text-to-image
low rank adaptation => low-rank adaptation
lowrank adaptation => low-rank adaptation
pre-trained => pretrained
pre trained => pretrained
pre-training => pretraining
super resolution => super-resolution
multi modal => multimodal
multi-modal => multimodal
post training quantization => post-training quantization
quantisation => quantization
optimisation => optimization
optimising => optimizing
generalisation => generalization
regularisation => regularization
modelling => modeling
behaviour => behavior
datastore => data store
real world => real-world
zero shot => zero-shot
zeroshot => zero-shot
state of the art => state-of-the-art
over-training => overtraining
over training => overtraining
downsampling => down-sampling
up-scaling => upscaling
Dollar => Dollár
Vulic => Vulić
reparametrisation => reparametrization
power-law => power law
learning-rate => learning rate
end to end => end-to-end
training free => training-free
trade off => trade-off
trade-offs => tradeoffs
`;

const MISSPELLINGS = `
difusion => diffusion
diffussion => diffusion
difffusion models => diffusion models
quantizaton => quantization
quantiztion => quantization
consistancy models => consistency models
consistensy => consistency
reinforcment learning => reinforcement learning
reinforcemnet => reinforcement
transfomer => transformer
trasnformers => transformers
tranformers => transformers
adaptaion => adaptation
adpatation => adaptation
paramter efficient => parameter efficient
parametr => parameter
effecient => efficient
retreival => retrieval
retrival => retrieval
plastcity => plasticity
plastisity => plasticity
federatd learning => federated learning
fedrated => federated
oscilation => oscillation
osillation => oscillation
calibraton => calibration
temprature scaling => temperature scaling
temperture => temperature
emergant abilities => emergent abilities
emergnt => emergent
predictible => predictable
hyperparamter => hyperparameter
hyperparameetr => hyperparameter
syntetic images => synthetic images
synthectic => synthetic
imitaton learning => imitation learning
robotc => robotic
incrementl learning => incremental learning
continaul learning => continual learning
neual scaling => neural scaling
annealling => annealing
multimdal => multimodal
compresion => compression
resoluton => resolution
desicion => decision
interpolaton => interpolation
autoregresive => autoregressive
segmantation => segmentation
`;

const QUESTIONS = `
why does adam beat sgd on transformers => pan2023understanding
how should the learning rate change with the batch size => granziol2020learning li2025predictable
can we merge fine-tuned models without training => tang2025merging
when do larger models get worse => mckenzie2023inverse
can data pruning beat scaling laws => sorscher2022neural
how can I store one model for several bit widths => huang2025nearly
how do you generate images of any resolution with stable diffusion => zheng2023size jin2023training
is it possible to predict emergent abilities of language models => hu2023unlock schaeffer2024predicting
why is it hard to predict benchmark performance of frontier models => schaeffer2024predicting
how to detect attacks that exploit image downscaling => kim2020decamouflage
what happens to neural networks that lose plasticity => ma2023revisiting
are synthetic images good for training classifiers => fan2023scaling
does temperature scaling always calibrate => chidambaram2023limitations
how much data does a robot need to learn manipulation => lin2024data
how to do style transfer without training a diffusion model => chung2023style
what is the best initialization for lora => paischer2024one shi2024loldu
papers about reducing memory of optimizers => xu2024adam chen2024fira
how does supervised fine-tuning data mix affect math and code abilities => dong2023abilities
do language models trained longer than chinchilla optimal still follow scaling laws => gadre2024language
how fast can lora be computed in theory => hu2024computational
can I avoid overfitting when reusing a holdout set => dwork2014preserving
how to speed up retrieval augmented generation with cached contexts => yang2025ape
how to pick training data from providers that reveal only samples => kang2023performance
does filtering web data depend on compute => goyal2024scaling
which model size and data to use for machine translation => ghorbani2021scaling isik2024scaling
how to quantize vision transformers to few bits => liu2023oscillation wu2024adalog
do we need bigger vision backbones => shi2024need
how to allocate cloud resources automatically => luo2024adaptive
how to detect 3d objects without labels from lidar => zhang2024approaching
which learning rate and batch size are optimal for pretraining => li2025predictable
how does the loss curve depend on the learning rate schedule => tissue2024scaling
scaling reinforcement learning for reasoning => kimiteam2025kimi
what is the effect of a bigger datastore at inference => shao2024scaling
what are the parameter-efficient methods for large models => han2024parameter su2023arbitrary
how can federated learning deal with heterogeneous data inside one client => feng2023instance
noisy captions in image-text pretraining => yang2023alip
learning tasks one after another without forgetting => moon2023online tang2025merging maharana2024adapt
full-rank training with little memory => chen2024fira
sparse updates of large language models => ansell2024scaling
is regularization still useful in the age of scaling => xiao2024rethinking
how do deep learning errors fall with more training data => hestness2017deep sorscher2022neural
do scaling laws hold for images, video and math => henighan2020scaling
forecasting models for time series at scale => yao2024neural
choosing which points to label => zhang2020learning
invertible networks for resizing images => pan2022effective
how to scale the width and depth of convolutional networks => dollar2021fast bello2021revisiting
faster image generation than next token prediction => ren2024mvar
how do text to image diffusion models scale => li2024scalability
sharpness and low precision training => jiang2024gaqat
neural fields that are not on a grid => chen2023neurbf
pruning redundant instruction data => maharana2024adapt
training adapters sparsely => zhang2023split
`;

const AUTHORS = `
dao => dao2025improved
Quan Dao => dao2025improved
metaxas => dao2025improved
dacheng tao => tang2025merging ma2023revisiting
gyeong-moon park => moon2023online
yuanzhi li => pan2023understanding
granziol => granziol2020learning
balestriero => huang2024allora
zoph => bello2021revisiting
piotr dollar => dollar2021fast
girshick => dollar2021fast
kolter => goyal2024scaling
ethan perez => mckenzie2023inverse
sorscher => sorscher2022neural
koyejo => schaeffer2024predicting isik2024scaling
jared kaplan => henighan2020scaling
hestness => hestness2017deep
dwork => dwork2014preserving
hochreiter => paischer2024one
trevor darrell => shi2024need
han liu => lau2024adadagrad hu2024computational
maosong sun => hu2023unlock su2023arbitrary
kimi team => kimiteam2025kimi
vulić => ansell2024scaling
ponti => ansell2024scaling
pang wei koh => shao2024scaling
mohit bansal => maharana2024adapt
ludwig schmidt => gadre2024language
`;

const IDENTIFIERS = `
arXiv:2502.01441 => dao2025improved
arxiv.org/abs/2306.00204 => pan2023understanding
https://arxiv.org/abs/2103.07579v1 => bello2021revisiting
https://arxiv.org/pdf/2010.14701 => henighan2020scaling
2503.04715v2 => li2025predictable
10.1016/j.neunet.2024.106414 => kim2023hydra
https://doi.org/10.1609/aaai.v38i7.28589 => zheng2023size
doi:10.1109/ICCV51070.2023.02128 => feng2023instance
dao2025improved => dao2025improved
hestness2017deep => hestness2017deep
`;

const FIELDS = `
author:dwork => dwork2014preserving
author:"dacheng tao" plasticity => ma2023revisiting
author:kaplan scaling laws => henighan2020scaling
title:adam => pan2023understanding xu2024adam
title:plasticity => ma2023revisiting
title:"scaling laws" robotic => lin2024data
venue:stoc => dwork2014preserving
venue:jmlr => granziol2020learning
venue:"neural networks" lora => kim2023hydra
year:2017 => hestness2017deep
year:2014..2018 scaling => hestness2017deep
year:2025 merging => tang2025merging
year:..2015 => dwork2014preserving
has:code quantization transformers => wu2024adalog liu2023oscillation
title:lora author:balestriero => huang2024allora
`;

const PHRASES = `
"directional sharpness" => pan2023understanding
"weight oscillation" => liu2023oscillation
"task vector" => tang2025merging
"style transfer" => chung2023style
"trillion-token" => shao2024scaling
"optimal transport" => dao2025improved kang2023performance
"next-scale prediction" => ren2024mvar
"blurry task boundary" => moon2023online
"inverse scaling prize" => mckenzie2023inverse
"neural fields" => chen2023neurbf
"instruction tuning" redundant => maharana2024adapt
"long context" reinforcement => kimiteam2025kimi
`;

const SYMBOLS = `
k1.5 => kimiteam2025kimi
S^2 => shi2024need
S2 scales => shi2024need
M-VAR => ren2024mvar
mvar => ren2024mvar
3D detection => zhang2024approaching
Adapt-∞ => maharana2024adapt
Adapt-infty => maharana2024adapt
SGD-SaI => xu2024adam
g-SNR => xu2024adam
LLaMA 2 => ansell2024scaling
Split & Merge => zhang2023split
T2I => li2024scalability
`;

const without = (query: string, wrong: string, right: string): Without => ({
  kind: "exclusion",
  query,
  wrong: wrong.split(" "),
  right: right.split(" "),
});

const EXCLUSIONS: Without[] = [
  without("adam -directional", "pan2023understanding", "xu2024adam"),
  without("diffusion -style", "chung2023style", "li2024scalability zheng2023size jin2023training"),
  without(
    'quantization -"vision transformers"',
    "liu2023oscillation",
    "huang2025nearly jiang2024gaqat",
  ),
  without("lora -hydra", "kim2023hydra", "huang2024allora shi2024loldu hu2024computational"),
  without(
    "scaling laws -language",
    "gadre2024language",
    "fan2023scaling lin2024data sorscher2022neural",
  ),
  without(
    "plasticity OR calibration",
    "dao2025improved",
    "ma2023revisiting chidambaram2023limitations",
  ),
  without("robotic OR lidar", "dwork2014preserving", "lin2024data zhang2024approaching"),
  without("reinforcement learning -visual", "ma2023revisiting", "kimiteam2025kimi"),
  without("parameter-efficient -author:han", "han2024parameter", "kim2023hydra shi2024loldu"),
];

/** Every case that is written by hand. */
export const HARD_SET: Case[] = [
  ...want("title fragment", FRAGMENTS),
  ...same("acronym", ACRONYMS),
  ...want("question", QUESTIONS),
  ...same("hyphen or spelling", VARIANTS),
  ...same("misspelling", MISSPELLINGS),
  ...want("author", AUTHORS),
  ...want("identifier", IDENTIFIERS),
  ...want("field", FIELDS),
  ...want("phrase", PHRASES),
  ...want("symbol", SYMBOLS),
  ...EXCLUSIONS,
];
