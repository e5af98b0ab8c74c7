/**
 * Journals of the field, one a line: name, full name where that is another, other names. Only those whose short name
 * everybody knows go by it. Abbreviations with points (`IEEE Trans. Inf. Theory`) need no other name.
 */
export const JOURNALS = `
JMLR | Journal of Machine Learning Research | The Journal of Machine Learning Research
TMLR | Transactions on Machine Learning Research
Journal of Data-centric Machine Learning Research | | DMLR
JAIR | Journal of Artificial Intelligence Research
TACL | Transactions of the Association for Computational Linguistics
TPAMI | IEEE Transactions on Pattern Analysis and Machine Intelligence | PAMI; T-PAMI; IEEE TPAMI
IJCV | International Journal of Computer Vision
IEEE Transactions on Image Processing | | TIP
TNNLS | IEEE Transactions on Neural Networks and Learning Systems
IEEE Transactions on Neural Networks | | TNN
TKDE | IEEE Transactions on Knowledge and Data Engineering
ACM Transactions on Knowledge Discovery from Data | | TKDD
ACM Transactions on Information Systems | | TOIS
ACM Transactions on Graphics | | TOG
IEEE Transactions on Information Theory | | TIT
IEEE Transactions on Automatic Control | | TAC
IEEE Transactions on Signal Processing | | TSP
IEEE Transactions on Medical Imaging | | TMI
IEEE Transactions on Visualization and Computer Graphics | | TVCG
IEEE/ACM Transactions on Audio, Speech, and Language Processing | | TASLP
IEEE Transactions on Robotics | | T-RO
IEEE Transactions on Cybernetics | | TCYB
IEEE Transactions on Multimedia | | TMM
IEEE Transactions on Circuits and Systems for Video Technology | | TCSVT
IEEE Robotics and Automation Letters | | RA-L
The International Journal of Robotics Research | | IJRR; International Journal of Robotics Research
PNAS | Proceedings of the National Academy of Sciences | Proceedings of the National Academy of Sciences of the United States of America; Proc. Natl. Acad. Sci. U.S.A.; Proc. Natl. Acad. Sci. USA
PVLDB | Proceedings of the VLDB Endowment | VLDB; International Conference on Very Large Data Bases
Proceedings of the ACM on Human-Computer Interaction | | PACMHCI
Proceedings of the ACM on Programming Languages | | PACMPL
Proceedings of the ACM on Interactive, Mobile, Wearable and Ubiquitous Technologies | | IMWUT
CACM | Communications of the ACM
JACM | Journal of the ACM
ACM Computing Surveys | | CSUR
Journal of the American Statistical Association | | JASA
Journal of the Royal Statistical Society: Series B | | JRSSB; Journal of the Royal Statistical Society Series B; Journal of the Royal Statistical Society: Series B (Statistical Methodology); Journal of the Royal Statistical Society. Series B (Methodological); Journal of the Royal Statistical Society Series B: Statistical Methodology
Journal of Computational and Graphical Statistics | | JCGS
Journal of Statistical Software | | JSS
The Annals of Statistics | | AoS; Annals of Statistics
The Annals of Applied Statistics | | AoAS; Annals of Applied Statistics
SIAM Journal on Mathematics of Data Science | | SIMODS
SIAM Journal on Optimization | | SIOPT
Journal of Computational Physics | | JCP
Journal of Statistical Mechanics: Theory and Experiment | | JSTAT; J. Stat. Mech.
Physical Review Letters | | PRL
Journal of Open Source Software | | JOSS
Artificial Intelligence
Machine Learning
Neural Networks
Neural Computation
Neurocomputing
Pattern Recognition
Pattern Recognition Letters
Computational Linguistics
Medical Image Analysis
Data Mining and Knowledge Discovery
Knowledge and Information Systems
Information Processing & Management | | Information Processing and Management
Expert Systems with Applications
Knowledge-Based Systems
Information Fusion
Information Sciences
Speech Communication
Computer Speech & Language | | Computer Speech and Language
Computer Vision and Image Understanding
Image and Vision Computing
Biometrika
Biometrics
Bernoulli
Statistical Science
Statistics and Computing
Statistical Learning and Data Science
Electronic Journal of Statistics
Information and Inference: A Journal of the IMA | | Information and Inference; Information and Inference
Foundations and Trends in Machine Learning | | Foundations and Trends® in Machine Learning
Proceedings of the IEEE
IEEE Access
Automatica
Autonomous Robots
Science Robotics
Nature
Nature Machine Intelligence
Nature Communications
Nature Methods
Nature Medicine
Scientific Reports
Scientific Data
Science
Science Advances
Cell
eLife
PLOS ONE
PLOS Computational Biology
Bioinformatics
Patterns
npj Digital Medicine
`;
